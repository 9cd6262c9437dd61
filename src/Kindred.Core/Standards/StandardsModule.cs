using Kindred.Core.Basics;

namespace Kindred.Core.Standards;

/// <summary>Entry and table of contents: what the product knows about the outside world. Pure; reference files are embedded and read on first use.</summary>
public static class StandardsModule
{
    /// <summary>Industry text or code → sector, NAICS 2022, KSIC 11, with method and confidence.</summary>
    public static IndustryMatch? Industry(string text, IndustrySystem? hint = null) => IndustryReader.Read(text, hint);

    /// <summary>KSIC 11 → NAICS 2022 by way of ISIC 4; approximate links are marked.</summary>
    public static IReadOnlyList<IndustryLink> KsicToNaics(string ksic, int digits = 3) => IndustryLinks.KsicToNaics(ksic, digits);

    /// <summary>Job title → functions, level, buying roles.</summary>
    public static TitleReading Title(string text) => TitleReader.Read(text);

    /// <summary>A function in words.</summary>
    public static Wording Label(JobFunction function) => FunctionLabels.Of(function);

    /// <summary>What a job title means when a person states it.</summary>
    public static TitleReading Title(string text, JobFunction? function, JobLevel level) => TitleReader.Of(text, function, level);

    /// <summary>Company name → core, for comparison.</summary>
    public static CompanyName Company(string text) => CompanyName.Read(text);

    /// <summary>How alike two company names are.</summary>
    public static NameSimilarity Compare(string left, string right) => NameSimilarity.Of(CompanyName.Read(left), CompanyName.Read(right));

    /// <summary>Country, state and city columns (any may be empty) → place.</summary>
    public static Place Region(string? country, string? state, string? city) => Place.Read(country, state, city);

    /// <summary>Business registration number with its check digit; resident numbers are refused and never kept.</summary>
    public static Result<BusinessNumber> BusinessNumber(string text) => Standards.BusinessNumber.Read(text);

    /// <summary>Website or e-mail address → registrable domain.</summary>
    public static Domain? Domain(string text) => Standards.Domain.Read(text);

    /// <summary>Lead source in the standard eight.</summary>
    public static LeadSource? LeadSource(string text) => Standards.LeadSource.Read(text);

    /// <summary>Lifecycle stage or status in the standard funnel.</summary>
    public static FunnelStep? Funnel(string text) => FunnelStep.Read(text);

    /// <summary>Usual name of a product in use.</summary>
    public static string Technology(string text) => TechnologyName.Read(text);

    /// <summary>An amount as written.</summary>
    public static AmountText? Amount(string text) => AmountText.Read(text);

    /// <summary>Named views over head counts and revenues.</summary>
    public static IReadOnlyList<BandScheme> BandSchemes => BandScheme.All;
}
