# `make` alone lists the commands.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help serve build single test torture bench setup setup-test setup-bench setup-servers fonts icons clean

# What the set-up scripts install stands in .tools and is found first. A shell older than rustup lacks its folder.
export PATH := $(CURDIR)/.tools/bin:$(PATH):$(HOME)/.cargo/bin
export TRUNK_SKIP_VERSION_CHECK := true
# Trunk reads it as a flag that must be true or false.
unexport NO_COLOR

help: ## List the commands
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 22

serve: build ## Build the page and serve it on http://127.0.0.1:8080 (PORT=… for another port)
	@cargo run --quiet --offline --bin serve -- $(if $(PORT),--port $(PORT))

build: setup dist/index.html ## Leave the page in dist/, ready for any static host
	@echo "The page is in dist/."

# Trunk builds all anew each time it is asked, so it is asked only when something changed.
dist/index.html: $(shell find src seeds style static fonts -type f) build.rs Cargo.toml Cargo.lock Trunk.toml index.html | setup
	@trunk build --release --offline

single: build ## Make one HTML file of the page, dist/single/hashiya-<version>.html, which opens from a disk
	@cargo run --quiet --offline --bin weave -- single

test: setup-test ## Check the style, test every layer, and drive three browsers
	@tools/test.sh

torture: build setup-test ## Kill browsers, fill and damage stores, feed malformed files: what is lost? (half an hour)
	@cargo test --quiet --offline --features stories --test torture -- full

bench: build setup-bench ## Measure the page beside a bare one (40 minutes; PART="tagging m1" for a part) and hold it to its budget
	@cargo test --quiet --offline --features stories --test bench -- --nocapture $(PART)

setup: ## Install what a build needs and is missing, into .tools
	@tools/setup.sh build

setup-test: ## Install what the tests need and is missing
	@tools/setup.sh test

setup-bench: ## Install what the bench needs and is missing
	@tools/setup.sh bench

setup-servers: ## Install doccano and Label Studio, which the tests then read exports with (2 GB, 2 to 3 minutes)
	@tools/setup.sh servers

fonts: ## Make the subsets in fonts/ anew (their results are committed)
	@tools/subset-fonts.sh

icons: ## Make the icons of the installed page anew (their results are committed)
	@tools/icons.sh

clean: ## Remove what was built, and keep the tools
	@rm -rf dist target
