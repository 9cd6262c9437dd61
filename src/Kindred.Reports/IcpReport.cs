using Kindred.Core.Basics;
using Kindred.Core.Profiles;

namespace Kindred.Reports;

/// <summary>The ICP report: one HTML file a person can send and print. The verdict's sentence first, evidence below; everything comes from the document.</summary>
public static class IcpReport
{
    /// <summary>The page in one language.</summary>
    public static ReportPage Page(ProfileDocument document, Language language)
    {
        ArgumentNullException.ThrowIfNull(document);
        var sections = new List<ReportSection>();
        var writer = new IcpSections(document, language);
        if (document.Core is null)
        {
            sections.AddRange(writer.Hypotheses());
        }

        sections.AddRange(writer.Conditions());
        sections.AddRange(writer.Evidence());
        if (document.Core is not null)
        {
            sections.AddRange(writer.Hypotheses());
        }

        sections.AddRange(writer.NotForUs());
        sections.AddRange(writer.Companies());
        sections.AddRange(writer.Market());
        sections.AddRange(writer.Customers());
        sections.AddRange(writer.Interview());
        sections.AddRange(writer.Knowledge());
        sections.AddRange(writer.Data());
        var ko = language == Language.Korean;
        return new ReportPage(
            language,
            (ko ? "고객상 v" : "Ideal customer profile v") + Format.Whole(document.Version) + " · " + document.Name.In(language),
            document.Sentence.In(language),
            document.Why.In(language),
            sections,
            (ko ? $"기준일 {Format.Date(document.AsOf)} · 씨앗 {Format.Whole(document.Seed)} · icp.json에서 만들었어요. 계산 방법은 docs/methods에 있어요." : $"As of {Format.Date(document.AsOf)} · seed {Format.Whole(document.Seed)} · made from icp.json. Methods: docs/methods."),
            document.Notice?.In(language),
            Markup.Join(writer.KeyFigures()));
    }
}
