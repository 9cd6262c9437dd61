using Kindred.Core.Basics;
using Kindred.Core.Members;

namespace Kindred.Web.Shell;

/// <summary>What every page knows: who looks, in which language, at which workspace.</summary>
/// <param name="Language">Language of the page.</param>
/// <param name="Caller">Who looks; null before anyone is let in.</param>
/// <param name="Workspace">The workspace; null outside one.</param>
/// <param name="Visible">Workspaces the caller may look at.</param>
/// <param name="Path">Path and query of this page.</param>
/// <param name="AntiforgeryToken">Token for the forms of the page.</param>
/// <param name="Now">When the page is made.</param>
/// <param name="Has">What the workspace has data for.</param>
public sealed record PageContext(Language Language, Caller? Caller, WorkspaceEntry? Workspace, IReadOnlyList<WorkspaceEntry> Visible, string Path, string AntiforgeryToken, DateTimeOffset Now, Sections Has)
{
    /// <summary>The stop of the tour this page is; null outside the tour.</summary>
    public Today.TourStop? Tour { get; init; }

    /// <summary>True for Korean.</summary>
    public bool Ko => Language == Language.Korean;

    /// <summary>Code for the lang attribute.</summary>
    public string LanguageCode => Ko ? "ko" : "en";

    /// <summary>Id of the workspace for addresses.</summary>
    /// <exception cref="InvalidOperationException">The page is outside a workspace.</exception>
    public string Id => Workspace?.Id.Value ?? throw new InvalidOperationException("This page has no workspace.");

    /// <summary>Whether the caller may do a thing here.</summary>
    public bool May(Permission permission) => Caller is not null && Workspace is not null && Access.May(Caller, Workspace, permission);

    /// <summary>Picks a text.</summary>
    public string T(string ko, string en) => Ko ? ko : en;

    /// <summary>Picks a text.</summary>
    public string T(Wording wording)
    {
        ArgumentNullException.ThrowIfNull(wording);
        return wording.In(Language);
    }

    /// <summary>A point in time as people say it: "3일 전 / 3 days ago".</summary>
    public string Ago(DateTimeOffset at)
    {
        var passed = Now - at;
        return passed.TotalMinutes < 1 ? T("방금", "just now")
            : passed.TotalHours < 1 ? T($"{Format.Whole((long)passed.TotalMinutes)}분 전", $"{Format.Whole((long)passed.TotalMinutes)} min ago")
            : passed.TotalDays < 1 ? T($"{Format.Whole((long)passed.TotalHours)}시간 전", $"{Format.Whole((long)passed.TotalHours)} h ago")
            : T($"{Format.Whole((long)passed.TotalDays)}일 전", $"{Format.Whole((long)passed.TotalDays)} {((long)passed.TotalDays == 1 ? "day" : "days")} ago");
    }
}

/// <summary>Which sections of the rail have data.</summary>
/// <param name="Icp">A profile was built.</param>
/// <param name="Card">A card was learned.</param>
/// <param name="Leads">There are scored leads.</param>
/// <param name="Accounts">Companies are known.</param>
/// <param name="Customers">Customers were ranked.</param>
public sealed record Sections(bool Icp, bool Card, bool Leads, bool Accounts, bool Customers)
{
    /// <summary>Nothing yet.</summary>
    public static Sections None { get; } = new(false, false, false, false, false);

    /// <summary>Visits to documents are known.</summary>
    public bool Reading { get; init; }

    /// <summary>People are known.</summary>
    public bool People { get; init; }
}
