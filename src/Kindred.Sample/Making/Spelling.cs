namespace Kindred.Sample.Making;

/// <summary>Syllables and words that company and people names are put together from. None is meant to name a real company; collisions are chance.</summary>
internal static class Spelling
{
    public static readonly (string Ko, string En)[] Syllables =
    [
        ("가", "ga"), ("온", "on"), ("다", "da"), ("솜", "som"), ("누", "nu"), ("리", "ri"), ("새", "sae"), ("봄", "bom"), ("한", "han"), ("빛", "bit"),
        ("라", "ra"), ("미", "mi"), ("도", "do"), ("담", "dam"), ("별", "byeol"), ("마", "ma"), ("루", "ru"), ("아", "a"), ("토", "to"), ("윤", "yun"),
        ("슬", "seul"), ("여", "yeo"), ("울", "ul"), ("하", "ha"), ("람", "ram"), ("고", "go"), ("은", "eun"), ("샘", "saem"), ("나", "na"), ("래", "rae"),
        ("바", "ba"), ("론", "ron"), ("세", "se"), ("움", "um"), ("이", "i"), ("든", "deun"), ("초", "cho"), ("롱", "rong"), ("해", "hae"), ("늘", "neul"),
        ("벼", "byeo"), ("리", "li"), ("소", "so"), ("담", "tam"), ("터", "teo"), ("전", "jeon"), ("모", "mo"), ("아", "ah"),
    ];

    public static readonly string[] FirstWords =
    [
        "North", "Blue", "Bright", "Cedar", "Clear", "Copper", "Crest", "Delta", "Ember", "Ever", "Fair", "Fern", "Flint", "Fox", "Glen", "Gold", "Grand", "Gray",
        "Green", "Harbor", "Hazel", "High", "Iron", "Jade", "Kestrel", "Lake", "Lark", "Light", "Lunar", "Maple", "Marble", "Meadow", "Mill", "Moss", "Oak", "Ocean",
        "Opal", "Orchard", "Pine", "Plum", "Prairie", "Quartz", "Quill", "Raven", "Red", "Ridge", "River", "Rowan", "Sage", "Salt", "Silver", "Sky", "Slate", "Solar",
        "Stone", "Summit", "Swift", "Tall", "Timber", "Vale",
    ];

    public static readonly string[] SecondWords =
    [
        "field", "peak", "harbor", "bridge", "brook", "crest", "dale", "fall", "ford", "forge", "gate", "grove", "haven", "hill", "hollow", "keep", "land", "leaf",
        "line", "loom", "mark", "mere", "mont", "path", "point", "port", "reach", "rock", "root", "shore", "side", "spring", "stead", "stream", "ton", "view",
        "ward", "way", "well", "wick", "wing", "wood", "works", "worth",
    ];

    public static readonly string[] FamilyKo = ["김", "이", "박", "최", "정", "강", "조", "윤", "장", "임", "한", "오", "서", "신", "권", "황", "안", "송", "류", "홍"];
    public static readonly string[] FamilyEn = ["kim", "lee", "park", "choi", "jung", "kang", "cho", "yoon", "jang", "lim", "han", "oh", "seo", "shin", "kwon", "hwang", "ahn", "song", "ryu", "hong"];
    public static readonly (string Ko, string En)[] GivenKo =
    [
        ("민준", "minjun"), ("서연", "seoyeon"), ("도윤", "doyun"), ("지우", "jiwoo"), ("하은", "haeun"), ("시우", "siwoo"), ("수아", "sua"), ("지호", "jiho"), ("예은", "yeeun"),
        ("준서", "junseo"), ("윤서", "yunseo"), ("건우", "gunwoo"), ("채원", "chaewon"), ("현우", "hyunwoo"), ("지민", "jimin"), ("성민", "sungmin"), ("은지", "eunji"),
        ("태현", "taehyun"), ("혜진", "hyejin"), ("재훈", "jaehoon"), ("미경", "mikyung"), ("영수", "youngsoo"), ("소영", "soyoung"), ("동현", "donghyun"),
    ];

    public static readonly string[] GivenEn =
    [
        "Alex", "Maria", "James", "Priya", "Daniel", "Grace", "Omar", "Emily", "Lucas", "Hannah", "Noah", "Sofia", "Ethan", "Chloe", "Marcus", "Leah", "Owen", "Nina",
        "Victor", "Tara", "Caleb", "Ivy", "Mateo", "Ruth", "Kenji", "Wei Ling",
    ];

    public static readonly string[] LastEn =
    [
        "Carter", "Nguyen", "Patel", "Brooks", "Rivera", "Stein", "Okafor", "Hughes", "Larsen", "Moreno", "Foster", "Chen", "Walsh", "Singh", "Meyer", "Reed", "Tanaka",
        "Bennett", "Cohen", "Dawson", "Flores", "Grant", "Ito", "Tan",
    ];

    public static readonly Dictionary<string, (string[] Ko, string[] En)> Tails = new(StringComparer.Ordinal)
    {
        ["software"] = (["소프트", "랩스", "클라우드", "시스템즈", "데이터", "웨어"], [" Software", " Labs", " Cloud", " Systems", " Data", " Apps"]),
        ["fintech"] = (["페이", "핀테크", "크레딧", "파이낸스", "뱅크허브"], [" Pay", " Fintech", " Credit", " Ledger", " Capital Tech"]),
        ["manufacturing"] = (["정공", "산업", "메탈", "정밀", "기계", "화학"], [" Manufacturing", " Industries", " Precision", " Metals", " Tooling"]),
        ["commerce"] = (["상점", "스토어", "마켓", "리테일", "몰"], [" Store", " Market", " Goods", " Retail", " Shop"]),
        ["health"] = (["메디", "헬스케어", "바이오", "의료기"], [" Health", " Care", " Bio", " Clinics"]),
        ["services"] = (["컨설팅", "파트너스", "회계", "에이전시", "법률"], [" Consulting", " Partners", " Advisory", " Agency", " Legal"]),
        ["education"] = (["에듀", "교육", "러닝", "학원"], [" Learning", " Education", " Academy", " Tutors"]),
        ["logistics"] = (["로지스", "물류", "운송", "해운"], [" Logistics", " Freight", " Shipping", " Transport"]),
        ["public"] = (["공단", "진흥원", "재단", "공사"], [" Authority", " Foundation", " Institute", " Agency of Works"]),
    };

    public static readonly Dictionary<string, (string[] Ko, string[] En)> IndustryWords = new(StringComparer.Ordinal)
    {
        ["software"] = (["소프트웨어 개발 및 공급업", "소프트웨어", "SaaS"], ["Computer Software", "Software", "SaaS"]),
        ["fintech"] = (["핀테크", "전자금융업"], ["Fintech", "Financial Technology"]),
        ["manufacturing"] = (["제조업", "기계 및 장비 제조업"], ["Manufacturing", "Machinery"]),
        ["commerce"] = (["전자상거래", "온라인 쇼핑몰", "소매업"], ["E-commerce", "Retail", "Online Retail"]),
        ["health"] = (["의료기기", "보건업"], ["Health Care", "Hospital & Health Care"]),
        ["services"] = (["경영 컨설팅업", "전문 서비스업"], ["Management Consulting", "Professional Services"]),
        ["education"] = (["교육 서비스업", "에듀테크"], ["Education", "E-Learning"]),
        ["logistics"] = (["물류", "운수 및 창고업"], ["Logistics", "Transportation"]),
        ["public"] = (["공공기관", "공공행정"], ["Government Administration", "Public Sector"]),
    };
}
