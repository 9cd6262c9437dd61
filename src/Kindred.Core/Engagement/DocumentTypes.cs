using Kindred.Core.Basics;
using Kindred.Core.Standards;

namespace Kindred.Core.Engagement;

/// <summary>Kinds of documents: from the words of a title or a page tag, and in words.</summary>
public static class DocumentTypes
{
    private static readonly (DocumentType Type, Wording Label, string[] Words)[] All =
    [
        (DocumentType.Pricing, new("요금", "pricing"), ["pricing", "price", "prices", "quote", "plans", "요금", "가격", "견적", "비용"]),
        (DocumentType.Roi, new("ROI", "ROI"), ["roi", "return on investment", "payback", "business case", "투자 대비", "투자대비", "효과 계산"]),
        (DocumentType.Security, new("보안", "security"), ["security", "soc 2", "soc2", "privacy", "compliance", "보안", "개인정보", "인증"]),
        (DocumentType.Case, new("사례", "cases"), ["case", "cases", "customer story", "customer stories", "success story", "사례", "고객 이야기", "성공"]),
        (DocumentType.Report, new("보고서", "report"), ["report", "study", "white paper", "whitepaper", "survey", "보고서", "백서", "리포트", "조사"]),
        (DocumentType.Intro, new("소개", "introduction"), ["intro", "introduction", "overview", "deck", "company profile", "brochure", "product", "소개", "소개서", "브로슈어", "안내서", "제품"]),
    ];

    /// <summary>Every type, in the order of the pages.</summary>
    public static IReadOnlyList<DocumentType> Order { get; } = [DocumentType.Intro, DocumentType.Case, DocumentType.Pricing, DocumentType.Roi, DocumentType.Security, DocumentType.Report, DocumentType.Other];

    /// <summary>The type in words.</summary>
    public static Wording Label(DocumentType type) => Array.Find(All, entry => entry.Type == type).Label ?? new("그 밖의 자료", "other documents");

    /// <summary>A page tag in words; a tag we do not know stays as written.</summary>
    public static Wording TagLabel(string tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return tag.ToLowerInvariant() is "product" or "제품" ? new("제품", "product") : Read(tag) is var type and not DocumentType.Other ? Label(type) : Wording.Same(tag);
    }

    /// <summary>The type that a title or tag names; Other when none.</summary>
    public static DocumentType Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = Spelling.Words(text);
        return Array.Find(All, entry => Array.Exists(entry.Words, word => Spelling.IndexOfTerm(words, word) >= 0)).Type;
    }
}
