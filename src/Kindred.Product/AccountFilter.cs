using Kindred.Core.Profiles;
using Kindred.Core.Segments;

namespace Kindred.Product;

/// <summary>By what a list of companies is ordered.</summary>
public enum AccountSort
{
    /// <summary>Name, A to Z.</summary>
    Name,

    /// <summary>State to the profile, core first.</summary>
    State,

    /// <summary>Head count.</summary>
    Employees,

    /// <summary>Industry.</summary>
    Industry,

    /// <summary>Country.</summary>
    Country,

    /// <summary>Contract value.</summary>
    Value,

    /// <summary>Day it entered the CRM.</summary>
    Created,
}

/// <summary>What a list of companies is narrowed to, and how it is ordered.</summary>
/// <param name="Text">Part of the name, another spelling, the domain, the business number or the id; null: any.</param>
/// <param name="State">State to the profile; null: any.</param>
/// <param name="IsCustomer">Whether it is a customer now; null: either.</param>
/// <param name="Country">ISO country; empty: unknown; null: any.</param>
/// <param name="Industry">Sector word; empty: unknown; null: any.</param>
/// <param name="Sort">Order.</param>
/// <param name="IsDescending">Largest first; what is unknown comes last either way.</param>
public sealed record AccountFilter(string? Text, AccountState? State, bool? IsCustomer, string? Country, string? Industry, AccountSort Sort, bool IsDescending)
{
    /// <summary>Every company, by name.</summary>
    public static AccountFilter Everything { get; } = new(null, null, null, null, null, AccountSort.Name, false);

    /// <summary>Band of the head count, by <see cref="AccountBands.CodeOf"/>; empty: unknown; null: any.</summary>
    public string? Size { get; init; }

    /// <summary>Band of the revenue; empty: unknown; null: any.</summary>
    public string? Revenue { get; init; }

    /// <summary>Segment; null: any.</summary>
    public FoundSegment? Segment { get; init; }
}
