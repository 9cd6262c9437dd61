using Kindred.Core.Basics;

namespace Kindred.Core.Accounts;

/// <summary>A company while rows are still being joined to it: the first value given stays.</summary>
internal sealed class CompanyDraft
{
    public required string Key { get; init; }

    /// <summary>What its first row, and every row a person joined to it, is known as in pairs.</summary>
    public List<string> Sides { get; } = [];

    public string Name { get; set; } = "";

    public string NameKey { get; set; } = "";

    public string NameCore { get; set; } = "";

    public List<string>? OtherNames { get; set; }

    public string? Domain { get; set; }

    public string? BusinessNumber { get; set; }

    public string? Country { get; set; }

    public string? State { get; set; }

    public string? City { get; set; }

    public string? IndustryText { get; set; }

    public string? Naics { get; set; }

    public string? Ksic { get; set; }

    public double Employees { get; set; } = double.NaN;

    public Money? Revenue { get; set; }

    public int? Founded { get; set; }

    public string? FundingStage { get; set; }

    public List<string>? Technologies { get; set; }

    public DateOnly? CreatedOn { get; set; }

    /// <summary>True once a row of a companies file spoke for it.</summary>
    public bool IsListed { get; set; }
}
