namespace Kindred.Core.Accounts;

/// <summary>Somebody, or some program, opened a document: a row of another tool's export, as it says it.</summary>
/// <param name="Account">Company index, or -1 when unknown.</param>
/// <param name="Document">Document.</param>
/// <param name="Page">Page, or 0 for the whole document.</param>
/// <param name="On">Day, or null.</param>
/// <param name="Seconds">Time; NaN when unknown.</param>
/// <param name="Email">Reader's address, or null.</param>
public sealed record DocumentVisit(int Account, string Document, int Page, DateOnly? On, double Seconds, string? Email)
{
    /// <summary>Id in the tool it comes from; empty when there is none.</summary>
    public string Key { get; init; } = "";

    /// <summary>When it began; midnight where the file has only days; null when unknown.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Link it came by, or null.</summary>
    public string? Link { get; init; }

    /// <summary>Seconds per page in page order; empty when the file has none.</summary>
    public IReadOnlyList<double> PageSeconds { get; init; } = [];

    /// <summary>What each page is about, in page order; empty when the file does not say.</summary>
    public IReadOnlyList<string> PageTags { get; init; } = [];

    /// <summary>Pages of the document; 0 when unknown.</summary>
    public int PageCount { get; init; }

    /// <summary>Pages opened; 0 when unknown.</summary>
    public int PagesOpened { get; init; }

    /// <summary>Device and browser as written, or null.</summary>
    public string? Device { get; init; }

    /// <summary>Where it was opened, as written, or null.</summary>
    public string? Place { get; init; }

    /// <summary>Whether the call to action was followed; null when the file does not say.</summary>
    public bool? Clicked { get; init; }
}
