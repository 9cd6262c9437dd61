using Kindred.Core.Basics;
using Kindred.Core.Leads;
using Kindred.Core.Reviews;
using Kindred.Core.Scorecards;
using Kindred.Storage;

namespace Kindred.Product;

/// <summary>What a review, a trial and the Monday note are made of, from a reading of a workspace.</summary>
public static class ReviewFigures
{
    private const int MostLeads = 5;

    /// <summary>Everything a review is drafted from; null where nothing is imported.</summary>
    public static async Task<DraftReviewRequest?> RequestAsync(Workspace workspace, WorkspaceSnapshot snapshot, ReviewBook book, DateOnly today, DateOnly dueOn, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(snapshot);
        if (snapshot is not { Facts: { } facts, Companies: { } companies })
        {
            return null;
        }

        var leads = snapshot.Leads is { } known ? await known.WithLogAsync(workspace, cancel).ConfigureAwait(false) : null;
        return new DraftReviewRequest
        {
            Facts = facts,
            Companies = companies,
            Today = today > facts.AsOf ? today : facts.AsOf,
            DueOn = dueOn,
            ReviewDays = snapshot.Settings.ReviewDays,
            PublishedOn = ReviewDays.PublishedOn(book, snapshot.Profile),
            Profile = snapshot.Profile,
            Standing = snapshot.Standing,
            Card = snapshot.Card,
            Evidence = snapshot.CardEvidence,
            BackTest = CardDossier.Of(snapshot, draft: false)?.BackTestResult.TryGet(out var back, out _) == true ? back : null,
            NextCard = snapshot.Draft is { } draft && snapshot.Card is { } card && CardFile.Id(draft) != CardFile.Id(card) ? draft : null,
            Scores = await workspace.Leads.ScoresAsync(null, cancel).ConfigureAwait(false),
            Log = leads?.Log ?? LeadLog.Empty,
            Leads = leads?.Leads ?? [],
            Ranking = SnapshotStudy.Of(snapshot).Ranking(null).TryGet(out var ranking, out _) ? ranking : null,
            Book = book,
        };
    }

    /// <summary>The note of a Monday: what changed since a moment, the first leads nobody has, one question.</summary>
    public static async Task<MondayNote> NoteAsync(Workspace workspace, WorkspaceSnapshot snapshot, ReviewBook book, DateOnly monday, DateTimeOffset since, DateOnly? dueOn, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(book);
        var changes = WhatChanged.Of(snapshot.Imports, SnapshotStudy.Of(snapshot).Versions, since).Select(change => change.Text).ToList();
        var leads = snapshot.Leads is { } known ? await known.WithLogAsync(workspace, cancel).ConfigureAwait(false) : null;
        if (leads?.Log.Events.Count(entry => entry.At >= since && entry.Kind is LeadEventKind.Taken or LeadEventKind.Passed) is > 0 and var decided)
        {
            changes.Add(new Wording($"리드 {Format.Grouped(decided)}곳을 맡거나 넘겼어요.", $"{Format.Grouped(decided)} leads were taken or passed."));
        }

        return WriteMondayNote.Run(new MondayNoteRequest(monday, changes, leads is null ? [] : First(leads), book.Open?.Draft, dueOn, book));
    }

    private static NoteLead[] First(LeadWorkspace leads) =>
    [
        .. leads.Leads.Select(lead => (Lead: lead, Score: leads.Score(lead))).Where(row => row.Score.State is ScoreState.Over or ScoreState.OneQuestion && leads.ProgressOf(row.Lead) is { IsDecided: false, IsBlind: false })
            .OrderBy(row => row.Score.State).ThenByDescending(row => row.Score.Expected).ThenBy(row => row.Lead.Id, StringComparer.Ordinal).Take(MostLeads)
            .Select(row => new NoteLead(row.Lead.Id, NameOf(leads, row.Lead), row.Score.Score, Why(leads, row.Lead, row.Score))),
    ];

    private static string NameOf(LeadWorkspace leads, LeadEntry lead) => lead.Account >= 0 ? leads.Facts.Companies[lead.Account].Name : lead.Name;

    private static Wording Why(LeadWorkspace leads, LeadEntry lead, RowScore score)
    {
        var standing = leads.StandingWords(lead);
        var state = score.State == ScoreState.Over ? new Wording("기준을 넘었어요", "over the cut") : new Wording("질문 하나면 정해져요", "one question decides");
        return standing is null ? state : new Wording($"{state.Ko} · {standing.Ko}", $"{state.En} · {standing.En}");
    }
}
