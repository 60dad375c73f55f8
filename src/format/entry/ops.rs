//! The shapes of everything that an entry holds. They stand in people's browsers: a change here needs a
//! new version of the envelope.

use super::runs;
use crate::core::colour::{Colour, Line};
use crate::core::document::{Direction, Document, Region, Status};
use crate::core::history::{Act, Entry, EntryKey};
use crate::core::ids::{DocumentId, LabelId, SetId, SpanId, Writer};
use crate::core::op::{Carried, Change, DocumentField, Item, KindList, Op, SpanField};
use crate::core::project::{AnnotationSet, Role};
use crate::core::range::TextRange;
use crate::core::record::{Collection, Record, RecordRef};
use crate::core::span::Span;
use crate::core::tagset::{Bilingual, Label};
use crate::core::text::Text;
use crate::core::transaction::{ChangeName, ShapeChange, Transaction};
use crate::format::json;
use crate::format::shape::{Shape, may, variant};
use serde_json::Value;

/// An object with these fields in this order; one marked `(?)` is left out where it is blank.
macro_rules! object {
    ($type:ident { $($field:ident $(($may:tt))?),+ }) => {
        impl Shape for $type {
            fn put(&self, out: &mut String) {
                out.push('{');
                $(object!(@put out, &self.$field, $field $($may)?);)+
                out.push('}');
            }

            fn get(value: &Value) -> Option<Self> {
                Some(Self { $($field: object!(@get value, $field $($may)?)),+ })
            }
        }
    };
    (@put $out:ident, $value:expr, $field:ident) => {
        json::field(stringify!($field), $out);
        Shape::put($value, $out);
    };
    (@put $out:ident, $value:expr, $field:ident ?) => {
        if !$value.is_blank() {
            object!(@put $out, $value, $field);
        }
    };
    (@get $value:ident, $field:ident) => { Shape::get(&$value[stringify!($field)])? };
    (@get $value:ident, $field:ident ?) => { may(&$value[stringify!($field)])? };
}

/// One of several: its name alone, or an object whose one field has its name.
macro_rules! choice {
    ($type:ident { $($name:literal $variant:ident $(($($item:ident),+))? $({ $($field:ident),+ })?),+ }) => {
        impl Shape for $type {
            fn put(&self, out: &mut String) {
                match self {
                    $(Self::$variant $(($($item),+))? $({ $($field),+ })? => {
                        choice!(@put out, $name, $($($item)+)? $({ $($field)+ })?);
                    })+
                }
            }

            fn get(value: &Value) -> Option<Self> {
                let (name, value) = variant(value)?;
                Some(match name {
                    $($name => choice!(@get value, $variant, $($($item)+)? $({ $($field)+ })?),)+
                    _ => return None,
                })
            }
        }
    };
    (@put $out:ident, $name:literal,) => { json::string($name, $out) };
    (@put $out:ident, $name:literal, $one:ident) => {
        open($name, $out);
        $one.put($out);
        $out.push('}');
    };
    (@put $out:ident, $name:literal, $one:ident $two:ident) => {
        open($name, $out);
        $out.push('[');
        $one.put($out);
        $out.push(',');
        $two.put($out);
        $out.push_str("]}");
    };
    (@put $out:ident, $name:literal, { $($field:ident)+ }) => {
        open($name, $out);
        $out.push('{');
        $(object!(@put $out, $field, $field);)+
        $out.push_str("}}");
    };
    (@get $value:ident, $variant:ident,) => { { let _ = $value; Self::$variant } };
    (@get $value:ident, $variant:ident, $one:ident) => { Self::$variant(Shape::get($value)?) };
    (@get $value:ident, $variant:ident, $one:ident $two:ident) => {
        Self::$variant(Shape::get(&$value[0])?, Shape::get(&$value[1])?)
    };
    (@get $value:ident, $variant:ident, { $($field:ident)+ }) => {
        Self::$variant { $($field: Shape::get(&$value[stringify!($field)])?),+ }
    };
}

/// A text that is read by one function and written by another.
macro_rules! word {
    ($($type:ident: $write:ident, $read:expr;)+) => {
        $(impl Shape for $type {
            fn put(&self, out: &mut String) {
                json::string(&self.$write(), out);
            }

            fn get(value: &Value) -> Option<Self> {
                let read: fn(&str) -> Option<Self> = $read;
                read(value.as_str()?)
            }
        })+
    };
}

fn open(name: &str, out: &mut String) {
    out.push('{');
    json::field(name, out);
}

word! {
    DocumentId: as_str, |text| Some(text.into());
    SpanId: as_str, |text| Some(text.into());
    LabelId: as_str, |text| Some(text.into());
    SetId: as_str, |text| Some(text.into());
    Writer: as_str, |text| Some(text.into());
    Text: as_str, |text| Some(Text::new(text));
    Status: name, Status::named;
    Direction: name, Direction::named;
    Role: name, Role::named;
    Line: name, Line::named;
    Collection: field, Collection::named;
    KindList: field, KindList::named;
    DocumentField: name, DocumentField::named;
    ShapeChange: name, ShapeChange::named;
    Colour: to_string, |text| text.parse().ok();
}

object!(Entry { key, clock, at, act, transaction });
object!(EntryKey { writer, number });
object!(Document { id, title, title_is_ours, source, language, direction, text, sha256, regions, extra });
object!(Region { kind, name, range, extra });
object!(Bilingual { ar, en });
object!(Label { id, name, description, colour, line, shortcut, parent, extra });
object!(AnnotationSet { id, annotator, role, derived_from(?), extra(?) });
object!(Span { id, set, label, range, fragments(?), note(?), attributes(?), created_at, updated_at, extra(?) });
object!(Record { document, collection, value });
object!(RecordRef { collection, id });

choice!(Act { "do" Do, "undo" Undo(key), "redo" Redo(key) });
choice!(Op { "add" Add(item), "remove" Remove(item), "change" Change(change) });
choice!(Item {
    "document" Document(document), "label" Label(label), "set" Set(set), "span" Span(document, span), "record" Record(record)
});
choice!(SpanField {
    "label" Label(label), "range" Range(range), "note" Note(note), "whole" Whole(span), "pieces" Pieces(pieces),
    "attribute" Attribute(id, value)
});
choice!(Carried {
    "top" Top(extra), "project" Project(extra), "tagset" Tagset(extra), "label" Label(label, extra), "set" Set(set, extra),
    "document" Document(document, extra), "regions" Regions(document, regions), "record" Record(record),
    "field" Field { document, field, value }
});
choice!(Change {
    "span" Span { document, span, before, after, at },
    "status" Status { document, before, after },
    "annotator" Annotator { set, before, after },
    "carried" Carried { before, after },
    "label" Label { before, after },
    "label_order" LabelOrder { before, after },
    "record" Record { record, field, before, after, at },
    "member" Member { record, field, place, before, after, at },
    "kind" Kind { list, place, before, after }
});
choice!(ChangeName {
    "tag" Tag(label, words), "delete" Delete(label, words), "delete_many" DeleteMany(count), "relabel" Relabel(words, label),
    "relabel_many" RelabelMany(count, label), "move" Move(label, words), "note" Note(label, words), "status" Status(title, status),
    "annotator" Annotator, "open" Open(file), "label_add" LabelAdd(label), "label_edit" LabelEdit(label),
    "label_remove" LabelRemove(label), "tagset" Tagset(name), "guidelines" Guidelines, "fix" Fix(count), "spelling" Spelling(words),
    "refuse" Refuse(words), "tag_many" TagMany(count, label), "accept" Accept(count), "shape" Shape(change, words)
});

impl Shape for Transaction {
    fn put(&self, out: &mut String) {
        out.push('{');
        json::field("name", out);
        self.name.put(out);
        json::field("document", out);
        self.document.put(out);
        json::field("ops", out);
        runs::put(&self.ops, out);
        out.push('}');
    }

    fn get(value: &Value) -> Option<Self> {
        let (name, document) = (Shape::get(&value["name"])?, Shape::get(&value["document"])?);
        Some(Self { name, document, ops: runs::get(&value["ops"])? })
    }
}

impl Shape for TextRange {
    fn put(&self, out: &mut String) {
        (self.start().0, self.end().0).put(out);
    }

    fn get(value: &Value) -> Option<Self> {
        <(u32, u32)>::get(value).map(|(start, end)| Self::of(start, end))
    }
}

#[cfg(test)]
mod tests;
