using Kindred.Core.Basics;
using Kindred.Core.Leads;
using Kindred.Core.Scorecards;
using Kindred.Storage;

namespace Kindred.Product;

/// <summary>What people and routing do to leads, kept in the workspace: decisions, openings, answers, routes. Each with the score of that moment, in one transaction.</summary>
public static class LeadRecords
{
    /// <summary>Keeps that somebody opened, took or passed a lead.</summary>
    /// <returns>The log entry; refused: <c>leads.taken-already</c>.</returns>
    public static Task<Result<LeadEvent>> DecideAsync(Workspace workspace, LeadWorkspace leads, LeadEntry lead, LeadEventKind kind, string? by, PassReason? reason, DateTimeOffset at, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(leads);
        ArgumentNullException.ThrowIfNull(lead);
        var cardId = CardFile.Id(leads.Card);
        return workspace.Leads.DecideAsync(leads.Record(lead, leads.Receipt(lead), cardId, at), new LeadEvent(0, lead.Id, kind, by, reason is { } code ? PassReasons.Code(code) : null, cardId, at), cancel);
    }

    /// <summary>Keeps an answer to what the card asks, or takes it back, with the score it leads to.</summary>
    /// <param name="workspace">The workspace, owned.</param>
    /// <param name="leads">Its leads.</param>
    /// <param name="lead">The lead.</param>
    /// <param name="field">Field of the card.</param>
    /// <param name="value">The answer; null takes the earlier one back.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="at">When.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>The leads with the answer in them; refused as <see cref="AnswerLead"/>.</returns>
    public static async Task<Result<LeadWorkspace>> AnswerAsync(Workspace workspace, LeadWorkspace leads, LeadEntry lead, string field, string? value, string? by, DateTimeOffset at, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(leads);
        ArgumentNullException.ThrowIfNull(lead);
        var made = value is null ? AnswerLead.Withdraw(leads.Log, leads.Card, lead.Id, field, by, at) : AnswerLead.Run(leads.Card, lead.Id, field, value, by, at);
        if (!made.TryGet(out var answer, out var reasons))
        {
            return Result.Refused<LeadWorkspace>(reasons);
        }

        // Its number is given when it is stored; here it only has to come last.
        var answers = await workspace.Leads.AnswersAsync(null, cancel);
        var after = leads with { Log = new LeadLog(leads.Log.Events, [.. answers, answer with { Id = long.MaxValue }]) };
        await workspace.Leads.AddAnswerAsync(answer, after.Record(lead, after.Receipt(lead), CardFile.Id(leads.Card), at), cancel);
        return Result.Accepted(after);
    }

    /// <summary>Keeps where leads were routed; those already decided are left as they are.</summary>
    public static Task RouteAsync(Workspace workspace, LeadWorkspace leads, IReadOnlyList<RoutedLead> log, DateTimeOffset at, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(leads);
        ArgumentNullException.ThrowIfNull(log);
        var cardId = CardFile.Id(leads.Card);
        var byId = leads.Leads.ToDictionary(lead => lead.Id, StringComparer.Ordinal);
        var routed = log.Where(entry => entry.Route != LeadRoute.Decided).ToArray();
        return workspace.Leads.KeepAsync(
            [.. routed.Select(entry => leads.Record(byId[entry.Id], leads.Receipt(byId[entry.Id]), cardId, at))],
            [.. routed.Select(entry => new LeadEvent(0, entry.Id, Kind(entry.Route), entry.Owner, entry.Why.En, cardId, at))],
            cancel);
    }

    private static LeadEventKind Kind(LeadRoute route) => route switch { LeadRoute.Queued => LeadEventKind.Queued, LeadRoute.Explored => LeadEventKind.Explored, _ => LeadEventKind.Held };
}
