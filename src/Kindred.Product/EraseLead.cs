using Kindred.Core.Reviews;
using Kindred.Storage;

namespace Kindred.Product;

/// <summary>Deletes what a workspace wrote about a lead: its scores, decisions and answers, and its lines in Monday notes. The digests stay, so that everything else can still be proved; imported files stay as they are.</summary>
public static class EraseLead
{
    /// <summary>Kept beside each erased row instead of what it said.</summary>
    public const string Why = "a person's record was deleted";

    /// <summary>Rows that are kept about a lead.</summary>
    public static async Task<int> CountAsync(Workspace workspace, string lead, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        return (await workspace.Leads.ScoresAsync(lead, cancel).ConfigureAwait(false)).Count + (await workspace.Leads.EventsAsync(lead, cancel).ConfigureAwait(false)).Count
            + (await workspace.Leads.AnswersAsync(lead, cancel).ConfigureAwait(false)).Count + (await NotesAsync(workspace, lead, cancel).ConfigureAwait(false)).Count;
    }

    /// <summary>Deletes them.</summary>
    /// <param name="workspace">The workspace, owned.</param>
    /// <param name="lead">Id of the lead.</param>
    /// <param name="at">When.</param>
    /// <param name="cancel">Stops between two logs; doing it again finishes.</param>
    /// <returns>Rows deleted.</returns>
    public static async Task<int> RunAsync(Workspace workspace, string lead, DateTimeOffset at, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(lead);
        var notes = await NotesAsync(workspace, lead, cancel).ConfigureAwait(false);

        // The note itself stays, without the lead: otherwise its Monday would be written to once more.
        await workspace.Reviews.AddAsync([.. notes.Select(each => new ReviewEntry(0, each.Line.Subject, each.Line.Kind, ReviewJson.Write(each.Note with { Leads = [.. each.Note.Leads.Where(other => other.Lead != lead)] }), null, at))], cancel).ConfigureAwait(false);
        var erased = await workspace.Logs.EraseReviewEntriesAsync([.. notes.Select(each => each.Line.Id)], Why, cancel).ConfigureAwait(false);
        return erased + await workspace.Logs.EraseLeadAsync(lead, Why, cancel).ConfigureAwait(false);
    }

    private static async Task<IReadOnlyList<(ReviewEntry Line, MondayNote Note)>> NotesAsync(Workspace workspace, string lead, CancellationToken cancel) =>
    [
        .. (await workspace.Reviews.EntriesAsync(null, cancel).ConfigureAwait(false)).Where(line => line.Kind == ReviewEntryKind.Due && line.Subject.StartsWith("note:", StringComparison.Ordinal))
            .Select(line => (Line: line, Note: ReviewJson.Read<MondayNote>(line).TryGet(out var note, out _) ? note : null))
            .Where(each => each.Note?.Leads.Any(one => one.Lead == lead) == true).Select(each => (each.Line, each.Note!)),
    ];
}
