using Kindred.Core.Basics;

namespace Kindred.Core.Engagement;

/// <summary>One visit of one reader to one document: tracked by our own links, or imported from another tool. Openings of the same reader, link and document within 15 minutes of each other are one visit.</summary>
public sealed record ReadingVisit
{
    /// <summary>Unique in the workspace: "v:" and the id of a tracked view, or "i:" and the id of the imported row.</summary>
    public required string Id { get; init; }

    /// <summary>The document: id of one of ours, or "t:" and the title of one we only know from imports.</summary>
    public required string Document { get; init; }

    /// <summary>Title as shown.</summary>
    public required string Title { get; init; }

    /// <summary>What the document is for.</summary>
    public DocumentType Type { get; init; }

    /// <summary>Pages of the document as it was read; 0 when unknown.</summary>
    public int PageCount { get; init; }

    /// <summary>Link it came by, or null.</summary>
    public string? Link { get; init; }

    /// <summary>Company index, or -1.</summary>
    public int Account { get; init; } = -1;

    /// <summary>Index in the facts' people, or -1.</summary>
    public int Person { get; init; } = -1;

    /// <summary>Reader's address, lower case, or null (tracked without identity, or unknown).</summary>
    public string? Email { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who it looks like.</summary>
    public VisitClass Class { get; init; }

    /// <summary>Why it is taken for that.</summary>
    public IReadOnlyList<Wording> Reasons { get; init; } = [];

    /// <summary>Pages opened, by number; pages never in view are not listed.</summary>
    public IReadOnlyList<PageReading> Pages { get; init; } = [];

    /// <summary>Seconds from the first sign to the last, what a naive tool would call reading time.</summary>
    public double OpenSeconds { get; init; }

    /// <summary>Whether the call to action at the end was followed.</summary>
    public bool ClickedCta { get; init; }

    /// <summary>Whether the link had a call to action at all.</summary>
    public bool HadCta { get; init; }

    /// <summary>Whether another device or place than the link's first reader opened it: it may have been passed on.</summary>
    public bool MayBeForwarded { get; init; }

    /// <summary>Our own team, or an ignored domain: shown, counted nowhere.</summary>
    public bool IsOurs { get; init; }

    /// <summary>Device and browser in words, or null.</summary>
    public string? Device { get; init; }

    /// <summary>Where it was opened, in words, or null.</summary>
    public string? Place { get; init; }

    /// <summary>Whether the times per page were measured by focus and input; imported ones were not, so a tab left open counts in them until it is capped.</summary>
    public bool IsMeasured { get; init; }

    /// <summary>Seconds read, over all pages.</summary>
    public double ActiveSeconds => Pages.Sum(page => page.ActiveSeconds);

    /// <summary>Whether it may move a score or a rate.</summary>
    public bool Counts => Class == VisitClass.Human && !IsOurs;
}
