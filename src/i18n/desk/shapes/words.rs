//! The fixed words of the shapes: a match without a wildcard for each language.

macro_rules! words {
    ($($name:ident: $ar:literal, $en:literal;)*) => {
        /// A fixed string, named after what it says.
        #[allow(missing_docs, reason = "each is named after what it says, and its words stand beside its name")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Say {
            $($name,)*
        }

        impl Say {
            /// All.
            pub const ALL: &[Self] = &[$(Self::$name,)*];
        }

        /// In Arabic.
        pub const fn ar(say: Say) -> &'static str {
            match say {
                $(Say::$name => $ar,)*
            }
        }

        /// In English.
        pub const fn en(say: Say) -> &'static str {
            match say {
                $(Say::$name => $en,)*
            }
        }
    };
}

words! {
    Pieces: "القطع", "Pieces";
    PieceRemove: "إزالة القطعة", "Remove the piece";
    Attributes: "السمات", "Attributes";
    AttributesEdit: "السمات…", "Attributes…";
    Required: "مطلوب", "required";
    Unfit: "ليست من سمات هذا الوسم", "not an attribute of this label";
    UnfitRelation: "لا تسمح به القواعد", "not allowed by the rules";
    Clear: "إزالة القيمة", "Clear";
    Yes: "نعم", "Yes";
    No: "لا", "No";
    NoValue: "بلا قيمة", "No value";
    DateHint: "2024 أو 2024-01 أو 2024-01-31", "2024, 2024-01 or 2024-01-31";
    NumberHint: "عدد", "A number";
    AttributesDone: "تم", "Done";
    Link: "ربط…", "Link…";
    LinkTip: "ربط هذا المقطع بمقطع آخر، هنا أو في مستند آخر", "Join this span with another one, here or in another document";
    Event: "حدث…", "Event…";
    EventTip: "جعل هذا المقطع حدثًا له أدوار", "Make this span an event with roles";
    Entity: "كيان…", "Entity…";
    EntityTip: "من أو ما يذكره هذا المقطع", "Whom or what this span mentions";
    Hint: "لربط هذا المقطع بآخر، كاسم بمنصبه أو خبر بخبر في مستند آخر: «ربط…»، ثم الطرف الآخر.", "To join this with another span, such as a name with an office, or with one of another document: “Link…”, then the other end.";
    Relations: "العلاقات", "Relations";
    Events: "الأحداث", "Events";
    Links: "الروابط", "Links";
    Entities: "الكيانات", "Entities";
    Edit: "تعديل", "Edit";
    Remove: "إزالة", "Remove";
    RemoveRelation: "إزالة العلاقة", "Remove the relation";
    RemoveEvent: "إزالة الحدث", "Remove the event";
    RemoveLink: "إزالة الرابط", "Remove the link";
    RemoveRole: "إخراجه من الدور", "Take it out of the role";
    RemoveMention: "ليس هذا الكيان", "Not this entity";
    Go: "الانتقال إليه", "Go there";
    Note: "ملاحظة", "Note";
    Type: "النوع", "Type";
    Reverse: "عكس الاتجاه", "Turn round";
    RoleAdd: "إضافة مشارك…", "Add a participant…";
    NoTrigger: "بلا لفظ", "no trigger";
    TriggerSet: "جعل المقطع المختار لفظ الحدث", "Make the chosen span its trigger";
    In: "في", "in";
    LinkSame: "هو نفسه", "is the same as";
    LinkContradicts: "يناقض", "contradicts";
    LinkSupports: "يؤيّد", "supports";
    LinkUpdates: "يحدّث", "updates";
    LinkQuotes: "ينقل عن", "quotes";
    TheEvents: "الحدثان كلاهما", "both events";
    TheSpans: "المقطعان", "the spans";
    Joining: "الربط والتسمية", "Joining and naming";
    Cancel: "إلغاء", "Cancel";
    Esc: "Esc للخروج", "Esc leaves";
    MenuLink: "ما الذي يربطهما؟", "What joins them?";
    MenuRole: "ما دوره في الحدث؟", "What is its role in the event?";
    MenuEvent: "أيّ حدث هذا؟", "What kind of event is it?";
    MenuEntity: "من أو ما المقصود؟", "Who or what is meant?";
    Reversed: "بالعكس", "the other way round";
    NotOffered: "ما لا يصحّ هنا، ولماذا", "What does not fit here, and why";
    NothingFits: "لا شيء يصحّ بينهما بقواعد الأنواع الحالية.", "By the rules of the types, nothing fits between them.";
    NoRelationTypes: "لا أنواع علاقات بعد. سمِّ أول نوع، مثل «منصب».", "There are no types of relations yet. Name the first one, such as “holds office”.";
    NoEventTypes: "لا أنواع أحداث بعد. سمِّ أول نوع، مثل «هجوم».", "There are no types of events yet. Name the first one, such as “attack”.";
    NoRoles: "لا أدوار لهذا النوع من الأحداث بعد. سمِّ أول دور، مثل «المنفّذ».", "This type of event has no roles yet. Name the first one, such as “agent”.";
    NameOffice: "منصب", "holds office";
    NameMember: "عضو في", "member of";
    NamePlaced: "يقع في", "located in";
    NameMeeting: "لقاء", "meeting";
    NameAttack: "هجوم", "attack";
    NameStatement: "تصريح", "statement";
    NameAgent: "المنفّذ", "agent";
    NamePlace: "المكان", "place";
    NameDate: "التاريخ", "date";
    NewRelationType: "نوع علاقة جديد", "New type of relation";
    NewEventType: "نوع حدث جديد", "New type of event";
    NewRole: "دور جديد", "New role";
    NewTypeOther: "نوع آخر…", "Another type…";
    Make: "إنشاء", "Make";
    EditTypes: "تعديل الأنواع والقواعد", "Edit types and rules";
    EntityNew: "كيان جديد", "New entity";
    EntityFind: "اسم الكيان", "Name of the entity";
    EntityIs: "يذكره هذا المقطع", "mentioned here already";
    EntityName: "الاسم", "Name";
    EntityType: "النوع", "Type";
    EntityNoType: "بلا نوع", "No type";
    EntityOutside: "معرّف خارجي", "Id elsewhere";
    EntityOutsideHint: "Q794 أو عنوان ويكي بيانات", "Q794, or an address of Wikidata";
    EntityMerge: "دمجه مع…", "Merge with…";
    EntityMergeDo: "دمج", "Merge";
    EntityRelated: "صلته بكيان آخر", "What it is to another entity";
    EntityOther: "الكيان الآخر", "The other entity";
    EntityLinkDo: "ربط", "Link";
    EntityRemove: "إزالة الكيان", "Remove the entity";
    EntityMentions: "مواضع ذكره", "Mentions";
    EntitySplit: "إخراج المحدَّدة في كيان جديد", "Move the ticked ones to a new entity";
    EntityForget: "ليس هذا الكيان", "Not this entity";
    EntitiesEmpty: "لا كيانات بعد. اختر مقطعًا واضغط «كيان…» في بطاقته.", "No entities yet. Choose a span and press “Entity…” on its card.";
    EntitiesFilter: "تصفية الكيانات", "Filter the entities";
    FilterNothing: "لا شيء يطابق ما كُتب.", "Nothing matches what was typed.";
    RelationsEmpty: "لا علاقات ولا أحداث ولا روابط في هذا المستند بعد. اختر مقطعًا واضغط «ربط…» في بطاقته.", "No relations, events or links in this document yet. Choose a span and press “Link…” on its card.";
    RelationsFilter: "تصفية بالكلمات أو بالنوع", "Filter by words or type";
    AllTypes: "كل الأنواع", "All types";
    RelationsKeys: "Enter ينتقل إليه، و Delete يزيله.", "Enter goes there, Delete removes it.";
    DocumentLabels: "وسوم المستند", "Labels of the document";
    DocumentLabelAdd: "وسم المستند", "Label the document";
    DocumentLabelsNone: "لا وسوم للمستندات بعد. سمِّ أول وسم، مثل «خبر عاجل».", "There are no document labels yet. Name the first one, such as “breaking news”.";
    DocumentLabelNew: "وسم مستندات جديد", "New document label";
    KindsLabels: "الوسوم", "Labels";
    KindsAttributes: "السمات", "Attributes";
    KindsRelations: "العلاقات", "Relations";
    KindsEvents: "الأحداث", "Events";
    KindsDocuments: "المستندات", "Documents";
    KindsWhat: "ما يحويه", "What it holds";
    KindFlag: "نعم أو لا", "yes or no";
    KindChoice: "قيمة واحدة", "one of several";
    KindChoices: "قيم عدة", "some of several";
    KindText: "نص", "text";
    KindNumber: "عدد", "number";
    KindDate: "تاريخ", "date";
    KindNewAttribute: "اسم سمة جديدة", "Name of a new attribute";
    KindNewRelation: "اسم نوع علاقة جديد", "Name of a new type of relation";
    KindNewEvent: "اسم نوع حدث جديد", "Name of a new type of event";
    KindNewDocument: "اسم وسم مستندات جديد", "Name of a new document label";
    KindMake: "إنشاء", "Make";
    KindValues: "القيم", "Values";
    KindValueNew: "قيمة جديدة", "New value";
    KindValueRetire: "إيقاف القيمة", "Retire the value";
    KindValueBack: "إعادة القيمة", "Bring the value back";
    KindForLabels: "لهذه الوسوم", "For these labels";
    KindAnyLabel: "كل الوسوم", "Any label";
    KindRequired: "مطلوبة", "Required";
    KindSymmetric: "بلا اتجاه", "Without direction";
    KindRules: "القواعد", "Rules";
    KindRulesNone: "بلا قواعد: تربط أيّ مقطعين.", "No rules: it joins any two spans.";
    KindRuleAdd: "إضافة قاعدة", "Add a rule";
    KindRuleRemove: "إزالة القاعدة", "Remove the rule";
    KindFrom: "من", "From";
    KindTo: "إلى", "To";
    KindTrigger: "وسوم لفظ الحدث", "Labels of the trigger";
    KindRoles: "الأدوار", "Roles";
    KindRoleNew: "دور جديد", "New role";
    KindRoleRemove: "إزالة الدور", "Remove the role";
    KindMin: "أقلّ عدد", "At least";
    KindMax: "أكثر عدد", "At most";
    KindNoMax: "بلا حدّ", "no limit";
    KindRetire: "إيقاف", "Retire";
    KindBack: "إعادة", "Bring back";
    KindRetired: "موقوف", "retired";
    KindUp: "إلى أعلى", "Up";
    KindDown: "إلى أسفل", "Down";
    KindRemove: "إزالة", "Remove";
    KindInUseAsk: "فما مصير ما استُعمل فيه؟", "What becomes of them?";
    KindDelete: "حذفها معه", "Delete them too";
    KindKeep: "إبقاؤها بلا تعريف", "Keep them without it";
    KindMoveTo: "إعطاؤها نوعًا آخر", "Give them another type";
    KindsEmpty: "لا شيء بعد.", "Nothing yet.";
    KindNameAr: "الاسم بالعربية", "Name in Arabic";
    KindNameEn: "الاسم بالإنجليزية", "Name in English";
    KindAboutAr: "الوصف بالعربية", "Description in Arabic";
    KindAboutEn: "الوصف بالإنجليزية", "Description in English";
}
