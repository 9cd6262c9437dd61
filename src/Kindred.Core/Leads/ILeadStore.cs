using Kindred.Core.Basics;

namespace Kindred.Core.Leads;

/// <summary>Keeps score records, the decision log and answers. They only grow.</summary>
public interface ILeadStore
{
    /// <summary>Adds score records in one transaction.</summary>
    Task AddScoresAsync(IReadOnlyList<ScoreRecord> records, CancellationToken ct);

    /// <summary>Score records in the order they were made; of one lead, or of all.</summary>
    Task<IReadOnlyList<ScoreRecord>> ScoresAsync(string? lead, CancellationToken ct);

    /// <summary>Adds to the log in one transaction.</summary>
    Task AddEventsAsync(IReadOnlyList<LeadEvent> events, CancellationToken ct);

    /// <summary>Adds score records and log entries in one transaction: both or nothing.</summary>
    Task KeepAsync(IReadOnlyList<ScoreRecord> records, IReadOnlyList<LeadEvent> events, CancellationToken ct);

    /// <summary>Adds a decision with the score it was made at, unless <see cref="DecideLead"/> refuses it; checked within the transaction.</summary>
    /// <returns>The decision; refused: <c>leads.taken-already</c>.</returns>
    Task<Result<LeadEvent>> DecideAsync(ScoreRecord record, LeadEvent decision, CancellationToken ct);

    /// <summary>Adds an answer, and the score it leads to, in one transaction.</summary>
    Task AddAnswerAsync(AnswerRecord answer, ScoreRecord? record, CancellationToken ct);

    /// <summary>Answers in order; of one lead, or of all.</summary>
    Task<IReadOnlyList<AnswerRecord>> AnswersAsync(string? lead, CancellationToken ct);

    /// <summary>The log in order; of one lead, or of all.</summary>
    Task<IReadOnlyList<LeadEvent>> EventsAsync(string? lead, CancellationToken ct);

    /// <summary>Numbers of the newest log entry and the newest answer; 0 without any. While they stay, a reading of both holds.</summary>
    Task<(long Event, long Answer)> NewestAsync(CancellationToken ct);
}
