using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Leads;
using Kindred.Core.Profiles;
using Kindred.Core.Scorecards;
using Kindred.Core.Tables;
using Kindred.Core.Workspaces;
using Kindred.Storage;

namespace Kindred.Product;

/// <summary>One workspace as it is now, read once and then looked at often: pages and verbs ask it, nothing changes it.</summary>
public sealed record WorkspaceSnapshot
{
    /// <summary>Its folder.</summary>
    public required string Folder { get; init; }

    /// <summary>True when its data is the invented company's.</summary>
    public required bool IsInvented { get; init; }

    /// <summary>Every import, also the undone ones.</summary>
    public required IReadOnlyList<Import> Imports { get; init; }

    /// <summary>Facts by company; null when nothing is imported.</summary>
    public AccountFacts? Facts { get; init; }

    /// <summary>How the tables were read; null when nothing is imported.</summary>
    public Mapping? Mapping { get; init; }

    /// <summary>Fields of every company as known now; row i is company i.</summary>
    public Table? Companies { get; init; }

    /// <summary>The profile; null before the first build.</summary>
    public ProfileDocument? Profile { get; init; }

    /// <summary>State of every company to the profile; empty without one.</summary>
    public IReadOnlyList<ClassifiedAccount> Standing { get; init; } = [];

    /// <summary>The card in use; null before one is published.</summary>
    public Scorecard? Card { get; init; }

    /// <summary>What is known about the card in use.</summary>
    public CardEvidence? CardEvidence { get; init; }

    /// <summary>The card learned last; null before one is.</summary>
    public Scorecard? Draft { get; init; }

    /// <summary>What is known about the draft.</summary>
    public CardEvidence? DraftEvidence { get; init; }

    /// <summary>Leads with their scores; null without a card or without leads.</summary>
    public LeadWorkspace? Leads { get; init; }

    /// <summary>What the owner set; the defaults where the file cannot be read (then <see cref="Trouble"/> says so).</summary>
    public WorkspaceSettings Settings { get; init; } = WorkspaceSettings.Defaults;

    /// <summary>Why something could not be read; pages show it instead of failing.</summary>
    public IReadOnlyList<Reason> Trouble { get; init; } = [];

    /// <summary>Reads a workspace.</summary>
    public static async Task<WorkspaceSnapshot> ReadAsync(Workspace workspace, string folder, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        var trouble = new List<Reason>();
        var snapshot = new WorkspaceSnapshot { Folder = folder, IsInvented = InventedMark.IsOn(folder), Imports = await workspace.Imports.ListAsync(cancel).ConfigureAwait(false), Settings = WorkspaceSettings.Read(folder).TryGet(out var settings, out _) ? settings : WorkspaceSettings.Defaults };
        if (File.Exists(Path.Combine(folder, "icp.json")))
        {
            snapshot = snapshot with { Profile = Take(ProfileFolder.Read(folder), trouble) };
        }

        if (File.Exists(Path.Combine(folder, "card-draft.json")) && ScorecardFolder.Read(folder, draft: true).TryGet(out var draft, out var reasons))
        {
            snapshot = snapshot with { Draft = draft.Card, DraftEvidence = draft.Evidence };
        }

        if (File.Exists(Path.Combine(folder, "card.json")))
        {
            if (ScorecardFolder.Read(folder).TryGet(out var card, out reasons))
            {
                snapshot = snapshot with { Card = card.Card, CardEvidence = card.Evidence };
            }
            else
            {
                trouble.AddRange(reasons);
            }
        }

        return snapshot.Imports.Any(import => import.State == ImportState.Active)
            ? await WithFactsAsync(snapshot, workspace, trouble, cancel).ConfigureAwait(false)
            : snapshot with { Trouble = trouble };
    }

    private static async Task<WorkspaceSnapshot> WithFactsAsync(WorkspaceSnapshot snapshot, Workspace workspace, List<Reason> trouble, CancellationToken cancel)
    {
        if (!(await WorkspaceFacts.ReadAsync(workspace, snapshot.Folder, cancel).ConfigureAwait(false)).TryGet(out var read, out var reasons))
        {
            return snapshot with { Trouble = [.. trouble, .. reasons] };
        }

        var companies = CompaniesNow.Of(read.Facts);
        IReadOnlyList<ClassifiedAccount> standing = snapshot.Profile is { } profile ? LeadStanding.Of(profile, companies) : [];
        snapshot = snapshot with { Mapping = read.Mapping, Facts = read.Facts, Companies = companies, Standing = standing };
        if (snapshot.Card is { } card && LeadWorkspace.Of(read.Facts, companies, card, snapshot.Profile, standing) is { } leads)
        {
            snapshot = snapshot with { Leads = Take(leads.Scored(), trouble) };
        }

        return snapshot with { Trouble = trouble };
    }

    private static T? Take<T>(Result<T> result, List<Reason> trouble)
        where T : class
    {
        if (result.TryGet(out var value, out var reasons))
        {
            return value;
        }

        trouble.AddRange(reasons);
        return null;
    }
}
