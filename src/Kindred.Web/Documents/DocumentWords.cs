using Kindred.Core.Basics;
using Kindred.Core.Engagement;
using Kindred.Documents.Sharing;

namespace Kindred.Web.Documents;

/// <summary>Words of documents, links and visits.</summary>
public static class DocumentWords
{
    /// <summary>Tags a page can have: they stand in exports and rules, so they are few and fixed.</summary>
    public static readonly IReadOnlyList<string> Tags = ["intro", "product", "cases", "pricing", "security", "roi", "report", "contact"];

    public static Wording Of(DocumentType type) => type switch
    {
        DocumentType.Intro => new("소개", "Introduction"),
        DocumentType.Case => new("사례", "Cases"),
        DocumentType.Pricing => new("요금", "Pricing"),
        DocumentType.Security => new("보안", "Security"),
        DocumentType.Roi => new("ROI", "ROI"),
        DocumentType.Report => new("보고서", "Report"),
        _ => new("기타", "Other"),
    };

    public static Wording OfTag(string tag) => tag switch
    {
        "intro" => new("소개", "introduction"),
        "product" => new("제품", "product"),
        "cases" => new("사례", "cases"),
        "pricing" => new("요금", "pricing"),
        "security" => new("보안", "security"),
        "roi" => new("ROI", "ROI"),
        "report" => new("보고서", "report"),
        "contact" => new("연락처", "contact"),
        _ => new(tag, tag),
    };

    public static Wording Of(VisitClass visit) => visit switch
    {
        VisitClass.Human => new("사람으로 보여요", "looks human"),
        VisitClass.Scanner => new("검사 프로그램", "scanner"),
        _ => new("알 수 없어요", "unknown"),
    };

    public static Wording Of(LinkState state) => state switch
    {
        LinkState.Open => new("열려 있어요", "open"),
        LinkState.Revoked => new("닫았어요", "closed"),
        LinkState.Expired => new("기한이 지났어요", "expired"),
        _ => new("횟수를 다 썼어요", "used up"),
    };

    /// <summary>"약 1분 36초": reading time is never exact.</summary>
    public static Wording About(double seconds)
    {
        var whole = (long)Math.Round(seconds);
        var (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60);
        return hours > 0 ? new($"약 {Format.Whole(hours)}시간 {Format.Whole(minutes)}분", $"about {Format.Whole(hours)} h {Format.Whole(minutes)} min")
            : minutes > 0 ? new($"약 {Format.Whole(minutes)}분 {Format.Whole(rest)}초", $"about {Format.Whole(minutes)} min {Format.Whole(rest)} s")
            : new($"약 {Format.Whole(rest)}초", $"about {Format.Whole(rest)} s");
    }
}
