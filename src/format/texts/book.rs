//! Zip packages: their parts, unpacked within limits.
