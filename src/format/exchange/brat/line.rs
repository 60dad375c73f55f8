//! One line of an `.ann`.

/// What a line says. Texts are as they stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line<'a> {
    /// `T1<TAB>LABEL 0 7;8 15<TAB>words`.
    Span {
        /// Its id.
        id: &'a str,
        /// Its type.
        label: &'a str,
        /// Its limits.
        limits: &'a str,
        /// What it covers, its fragments joined by spaces.
        words: Option<&'a str>,
    },
    /// `R1<TAB>type Arg1:T1 Arg2:T2`, or `*<TAB>Equiv T1 T2 T3` with no id and no names of arguments.
    Relation {
        /// Its id.
        id: &'a str,
        /// Its type.
        kind: &'a str,
        /// What it joins, in order.
        ends: Vec<&'a str>,
    },
    /// `E1<TAB>type:T1 role:T2`.
    Event {
        /// Its id.
        id: &'a str,
        /// Its type.
        kind: &'a str,
        /// Its trigger.
        trigger: &'a str,
        /// Roles, and what has them.
        roles: Vec<(&'a str, &'a str)>,
    },
    /// `A1<TAB>name T1 value`; `M1` in older files.
    Attribute {
        /// Its name.
        name: &'a str,
        /// What it is of.
        of: &'a str,
        /// Its value, where it is not a mere flag.
        value: Option<&'a str>,
    },
    /// `N1<TAB>Reference T1 base:id<TAB>name`.
    Link {
        /// What it is of.
        of: &'a str,
        /// The collection of things that is linked to.
        base: &'a str,
        /// The id there.
        id: &'a str,
        /// The name there.
        name: &'a str,
    },
    /// `#1<TAB>AnnotatorNotes T1<TAB>words`.
    Note {
        /// What it is of.
        of: &'a str,
        /// What it says.
        words: &'a str,
    },
}

impl<'a> Line<'a> {
    /// What a line says, without its end; `None` where it is none of these.
    #[must_use]
    pub fn read(line: &'a str) -> Option<Self> {
        let mut fields = line.splitn(3, '\t');
        let (id, body) = (fields.next()?, fields.next()?);
        let tail = fields.next();
        if id == "*" {
            let mut words = body.split_whitespace();
            let kind = words.next()?;
            let ends: Vec<&str> = words.collect();
            return (ends.len() > 1 && ends.iter().all(|end| is_id(end))).then_some(Self::Relation { id, kind, ends });
        }
        if !is_id(id) {
            return None;
        }
        let mut words = body.split(' ').filter(|word| !word.is_empty());
        match id.as_bytes().first()? {
            b'T' => {
                let (label, limits) = body.split_once(' ')?;
                let shaped = |character: char| character.is_ascii_digit() || "; -".contains(character);
                let is_limits = limits.starts_with(|character: char| character.is_ascii_digit() || character == '-');
                (!label.is_empty() && is_limits && limits.chars().all(shaped)).then_some(Self::Span {
                    id,
                    label,
                    limits,
                    words: tail,
                })
            }
            b'R' => {
                let kind = words.next()?;
                let ends: Option<Vec<&str>> = words.map(|end| end.split_once(':').map(|(_, end)| end)).collect();
                ends.filter(|ends| ends.len() == 2).map(|ends| Self::Relation { id, kind, ends })
            }
            b'E' => {
                let (kind, trigger) = words.next()?.split_once(':')?;
                let roles: Option<Vec<_>> = words.map(|role| role.split_once(':')).collect();
                roles.map(|roles| Self::Event { id, kind, trigger, roles })
            }
            b'A' | b'M' => {
                let (name, of) = (words.next()?, words.next()?);
                // Some write values with spaces.
                let rest = body.splitn(3, ' ').nth(2).map(str::trim).filter(|value| !value.is_empty());
                is_id(of).then_some(Self::Attribute { name, of, value: rest })
            }
            b'N' => {
                let (_, of, link) = (words.next()?, words.next()?, words.next()?);
                let (base, id) = link.split_once(':')?;
                is_id(of).then(|| Self::Link { of, base, id, name: tail.unwrap_or_default().trim() })
            }
            b'#' => {
                let (_, of) = (words.next()?, words.next()?);
                is_id(of).then(|| Self::Note { of, words: tail.unwrap_or_default() })
            }
            _ => None,
        }
    }
}

/// Whether a word is an id: a letter and what stands behind it, mostly a number.
fn is_id(word: &str) -> bool {
    let mut characters = word.chars();
    let first = characters.next().is_some_and(|character| "TREAMN#".contains(character));
    let rest = characters.as_str();
    first
        && !rest.is_empty()
        && rest.chars().all(|character| character.is_ascii_alphanumeric() || "_.-".contains(character))
        && rest.contains(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::Line;

    #[test]
    fn lines_are_told_from_other_texts() {
        for line in [
            "T1\tLOC 31 36\tإيران",
            "T1\tLOC 0 7;8 15\tpart part",
            "R1\tcapital_of Arg1:T5 Arg2:T6",
            "*\tEquiv T1 T2 T3",
            "E1\tmeeting:T1",
            "A1\tNegated T1",
            "N1\tReference T1 Wikidata:Q794\t\tإيران",
            "#1\tAnnotatorNotes T1\tملاحظة",
        ] {
            assert!(Line::read(line).is_some(), "{line}");
        }
        for line in [
            "",
            "T1",
            "T1\tLOC",
            "Texas\tB-LOC",
            "T1\tLOC x y\tz",
            "R1\tx Arg1:T1",
            "E1\tx",
            "A1\tx",
            "1-1\t0-3\tزار",
            "#FORMAT=WebAnno TSV 3.3",
        ] {
            assert_eq!(Line::read(line), None, "{line}");
        }
        let value = Line::read("A1\tConfidence T1 very high");
        assert_eq!(value, Some(Line::Attribute { name: "Confidence", of: "T1", value: Some("very high") }));
    }
}
