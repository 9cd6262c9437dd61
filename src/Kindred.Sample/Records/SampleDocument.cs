namespace Kindred.Sample;

/// <summary>A sales document in two languages, with a tag for each page.</summary>
/// <param name="Key">intro, security, pricing, cases or roi.</param>
/// <param name="Korean">True for the Korean edition.</param>
/// <param name="Title">File title.</param>
/// <param name="Pages">Number of pages.</param>
public sealed record SampleDocument(string Key, bool Korean, string Title, int Pages)
{
    /// <summary>Five documents in Korean, then the same in English.</summary>
    public static readonly SampleDocument[] All =
    [
        new("intro", true, "매듭 소개서", 12), new("security", true, "보안 백서", 8), new("pricing", true, "요금 안내", 4), new("cases", true, "도입 사례집", 16), new("roi", true, "ROI 계산서", 6),
        new("intro", false, "Maedeup overview", 12), new("security", false, "Security whitepaper", 8), new("pricing", false, "Pricing", 4), new("cases", false, "Customer cases", 16), new("roi", false, "ROI worksheet", 6),
    ];

    /// <summary>What a page is about; the overview holds a bit of everything.</summary>
    public string PageTag(int page) => Key != "intro" ? Key : page switch { < 4 => "intro", < 7 => "product", < 9 => "security", < 11 => "cases", _ => "pricing" };
}
