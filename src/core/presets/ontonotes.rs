//! The 18 types of OntoNotes 5.

use super::Row;

pub(super) const ROWS: [Row; 18] = [
    ("PERSON", "شخص", "Person", "أشخاص، ولو من الخيال", "People, including fictional ones", 5, ""),
    ("NORP", "جماعة", "Group", "قوميات أو جماعات دينية أو سياسية", "Nationalities, religious or political groups", 5, ""),
    ("FAC", "معلم", "Facility", "مبانٍ ومطارات وطرق سريعة وجسور", "Buildings, airports, highways, bridges", 0, ""),
    ("ORG", "مؤسسة", "Organisation", "شركات وهيئات ومؤسسات", "Companies, agencies, institutions", 3, ""),
    ("GPE", "كيان سياسي", "Political place", "دول ومدن وولايات", "Countries, cities, states", 0, ""),
    ("LOC", "موقع", "Location", "مواقع غير سياسية: جبال ومسطحات مائية", "Other locations: mountains, bodies of water", 0, ""),
    ("PRODUCT", "منتج", "Product", "أشياء ومركبات وأطعمة، لا خدمات", "Objects, vehicles, foods; not services", 1, ""),
    (
        "EVENT",
        "حدث",
        "Event",
        "أعاصير ومعارك وحروب وأحداث رياضية لها أسماء",
        "Named hurricanes, battles, wars, sports events",
        6,
        "",
    ),
    ("WORK_OF_ART", "عمل فني", "Work of art", "عناوين كتب وأغانٍ وأعمال", "Titles of books, songs and other works", 7, ""),
    ("LAW", "قانون", "Law", "وثائق صارت قوانين", "Named documents made into laws", 6, ""),
    ("LANGUAGE", "لغة", "Language", "لغة لها اسم", "A named language", 7, ""),
    ("DATE", "تاريخ", "Date", "تواريخ أو فترات، مطلقة أو نسبية", "Absolute or relative dates or periods", 2, ""),
    ("TIME", "وقت", "Time", "أوقات أقصر من يوم", "Times smaller than a day", 2, ""),
    ("PERCENT", "نسبة", "Percent", "نسبة مئوية مع علامتها", "A percentage, with its sign", 4, ""),
    ("MONEY", "مبلغ", "Money", "مبالغ مالية مع وحدتها", "Sums of money, with their unit", 1, ""),
    ("QUANTITY", "كمية", "Quantity", "مقاييس من وزن أو مسافة", "Measurements, as of weight or distance", 1, ""),
    ("ORDINAL", "ترتيب", "Ordinal", "أول وثانٍ وما إليهما", "First, second and the like", 4, ""),
    ("CARDINAL", "عدد", "Cardinal", "أعداد لا تدخل في نوع آخر", "Numerals of no other type", 4, ""),
];
