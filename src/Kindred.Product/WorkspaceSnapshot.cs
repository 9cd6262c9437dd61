using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Conditions;
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

    /// <summary>Meaning of each column of <see cref="Companies"/>.</summary>
    public IReadOnlyList<Field> Fields { get; init; } = [];

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

    /// <summary>What our own links tracked.</summary>
    public TrackedReading Tracked { get; init; } = TrackedReading.None;

    /// <summary>Who left name and company at our links.</summary>
    public CapturedPeople Captured { get; init; } = CapturedPeople.None;

    /// <summary>What the owner set; the defaults where the file cannot be read (then <see cref="Trouble"/> says so).</summary>
    public WorkspaceSettings Settings { get; init; } = WorkspaceSettings.Defaults;

    /// <summary>Why something could not be read; pages show it instead of failing.</summary>
    public IReadOnlyList<Reason> Trouble { get; init; } = [];

    /// <summary>What the facts were read from: imports in use and what people said about them.</summary>
    internal string FactsKey { get; init; } = "";

    /// <summary>Reads a workspace.</summary>
    /// <param name="workspace">The open workspace.</param>
    /// <param name="folder">Its folder.</param>
    /// <param name="before">An earlier reading: its facts are taken over where the imports are the same, so that a new cut or profile shows at once.</param>
    /// <param name="cancel">Stops reading.</param>
    public static async Task<WorkspaceSnapshot> ReadAsync(Workspace workspace, string folder, WorkspaceSnapshot? before, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        var trouble = new List<Reason>();
        var imports = await workspace.Imports.ListAsync(cancel).ConfigureAwait(false);
        var settings = WorkspaceSettings.Read(folder).TryGet(out var read, out _) ? read : WorkspaceSettings.Defaults;
        var captured = await CapturedPeople.ReadAsync(workspace.Documents, settings.IgnoredReaders, cancel).ConfigureAwait(false);
        var snapshot = new WorkspaceSnapshot { Folder = folder, IsInvented = InventedMark.IsOn(folder), Imports = imports, FactsKey = KeyOf(imports, folder) + " " + captured.Key, Settings = settings, Captured = captured };
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
            ? await WithFactsAsync(snapshot, workspace, before, trouble, cancel).ConfigureAwait(false)
            : snapshot with { Trouble = trouble };
    }

    private static string KeyOf(IReadOnlyList<Import> imports, string folder) =>
        string.Join(' ', imports.Where(import => import.State == ImportState.Active).Select(import => Format.Whole(import.Id) + ":" + Format.Whole(import.ChangedAt.Ticks)))
        + string.Concat(new[] { "mapping.json", "answers.json", WorkspaceCorrections.FileName, "settings.json" }.Select(name => " " + Format.Whole(File.GetLastWriteTimeUtc(Path.Combine(folder, name)).Ticks)));

    private static async Task<WorkspaceSnapshot> WithFactsAsync(WorkspaceSnapshot snapshot, Workspace workspace, WorkspaceSnapshot? before, List<Reason> trouble, CancellationToken cancel)
    {
        if (before is { Facts: { } facts, Companies: { } known, Mapping: { } mapping } && before.FactsKey == snapshot.FactsKey)
        {
            return Judged(snapshot with { Facts = facts, Companies = known, Mapping = mapping, Fields = before.Fields, Tracked = await TrackedReading.ReadAsync(workspace.Documents, facts, snapshot.Settings.IgnoredReaders, cancel).ConfigureAwait(false) }, trouble);
        }

        if (!(await WorkspaceFacts.ReadAsync(workspace, snapshot.Folder, cancel).ConfigureAwait(false)).TryGet(out var read, out var reasons))
        {
            return snapshot with { Trouble = [.. trouble, .. reasons] };
        }

        var view = CompaniesNow.View(read.Facts);
        return Judged(snapshot with { Mapping = read.Mapping, Facts = read.Facts, Companies = view.Table, Fields = view.Fields, Tracked = await TrackedReading.ReadAsync(workspace.Documents, read.Facts, snapshot.Settings.IgnoredReaders, cancel).ConfigureAwait(false) }, trouble);
    }

    /// <summary>With how companies stand to the profile, and the leads' scores by the card.</summary>
    private static WorkspaceSnapshot Judged(WorkspaceSnapshot snapshot, List<Reason> trouble)
    {
        IReadOnlyList<ClassifiedAccount> standing = snapshot.Profile is { } profile ? LeadStanding.Of(profile, snapshot.Companies!) : [];
        snapshot = snapshot with { Standing = standing };
        if (snapshot.Card is { } card && LeadWorkspace.Of(snapshot.Facts!, snapshot.Companies!, card, snapshot.Profile, standing) is { } leads)
        {
            snapshot = snapshot with { Leads = Take((leads with { Labels = LeadWorkspace.LabelsOf(snapshot.Fields), Reading = ReadingBoard.Of(snapshot), Use = snapshot.Settings.Engagement }).Scored(), trouble) };
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
