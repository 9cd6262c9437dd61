using System.Globalization;
using Kindred.Core.Basics;

namespace Kindred.Core.Reviews;

/// <summary>The review log, read: reviews, trials, reports. A line whose body cannot be read is left out and named in <see cref="Trouble"/>.</summary>
public sealed class ReviewBook
{
    /// <summary>Subject of every report.</summary>
    public const string FeedbackSubject = "feedback";

    private const string ReviewPrefix = "review:";
    private const string ExperimentPrefix = "experiment:";
    private const string NotePrefix = "note:";
    private readonly List<Reason> _trouble = [];

    private ReviewBook(IReadOnlyList<ReviewEntry> entries)
    {
        ReviewEntry[] ordered = [.. entries.OrderBy(entry => entry.Id).ThenBy(entry => entry.At)];
        Reviews = [.. ordered.Where(entry => DayOf(entry.Subject) is not null).GroupBy(entry => entry.Subject, StringComparer.Ordinal).Select(Fold).OrderByDescending(review => review.DueOn)];
        Experiments = [.. ordered.Where(entry => entry.Subject.StartsWith(ExperimentPrefix, StringComparison.Ordinal)).GroupBy(entry => entry.Subject, StringComparer.Ordinal).Select(Trial).OfType<LoggedExperiment>().OrderByDescending(trial => trial.Plan.StartsOn)];
        Feedback = [.. Bodies<FeedbackNote>(ordered, ReviewEntryKind.Feedback).Select(each => new LoggedFeedback(each.Body, each.Entry.By, each.Entry.At))];
        Notes = [.. Bodies<MondayNote>([.. ordered.Where(entry => entry.Subject.StartsWith(NotePrefix, StringComparison.Ordinal))], ReviewEntryKind.Due).Select(each => each.Body).OrderByDescending(note => note.On)];
    }

    /// <summary>An empty log.</summary>
    public static ReviewBook Empty { get; } = new([]);

    /// <summary>Reviews, the one due last first.</summary>
    public IReadOnlyList<ReviewFile> Reviews { get; }

    /// <summary>Trials, the newest first.</summary>
    public IReadOnlyList<LoggedExperiment> Experiments { get; }

    /// <summary>Reports of sales and customer success, in order.</summary>
    public IReadOnlyList<LoggedFeedback> Feedback { get; }

    /// <summary>Monday notes, the newest first.</summary>
    public IReadOnlyList<MondayNote> Notes { get; }

    /// <summary>Lines that could not be read.</summary>
    public IReadOnlyList<Reason> Trouble => _trouble;

    /// <summary>The review that is drafted or started and not decided, the earliest; null without one.</summary>
    public ReviewFile? Open => Reviews.LastOrDefault(review => !review.IsClosed);

    /// <summary>The review decided last; null without one.</summary>
    public ReviewFile? LastClosed => Reviews.FirstOrDefault(review => review.IsClosed);

    /// <summary>Reads the log.</summary>
    public static ReviewBook Of(IReadOnlyList<ReviewEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return new ReviewBook(entries);
    }

    /// <summary>Subject of the review due on a day.</summary>
    public static string SubjectOf(DateOnly dueOn) => ReviewPrefix + Format.Date(dueOn);

    /// <summary>Subject of a trial.</summary>
    public static string ExperimentSubject(int number) => ExperimentPrefix + Format.Whole(number);

    /// <summary>Subject of the note of a Monday.</summary>
    public static string NoteSubject(DateOnly monday) => NotePrefix + Format.Date(monday);

    /// <summary>Due day of a review's subject; null for another subject.</summary>
    public static DateOnly? DayOf(string subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return subject.StartsWith(ReviewPrefix, StringComparison.Ordinal) && DateOnly.TryParseExact(subject.AsSpan(ReviewPrefix.Length), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    /// <summary>The review of a subject; null when the log has none.</summary>
    public ReviewFile? Find(string subject) => Reviews.FirstOrDefault(review => review.Subject == subject);

    private ReviewFile Fold(IGrouping<string, ReviewEntry> lines)
    {
        var draft = Bodies<ReviewDraft>([.. lines], ReviewEntryKind.Draft).LastOrDefault();
        var decision = Bodies<ReviewDecision>([.. lines], ReviewEntryKind.Decision).LastOrDefault();
        var answers = Bodies<ChecklistAnswer>([.. lines], ReviewEntryKind.Answer).GroupBy(each => each.Body.Item, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => new LoggedAnswer(same.Last().Body, same.Last().Entry.By, same.Last().Entry.At), StringComparer.Ordinal);

        // What was signed before was another decision.
        var signatures = Bodies<ReviewSignature>([.. lines.Where(entry => decision.Entry is { } made && (entry.Id, entry.At).CompareTo((made.Id, made.At)) > 0)], ReviewEntryKind.Signature)
            .GroupBy(each => each.Body.Role, StringComparer.Ordinal).Select(same => new LoggedSignature(same.Key, same.Last().Entry.By, same.Last().Entry.At));
        var early = Bodies<OffCycleReason>([.. lines], ReviewEntryKind.OffCycle).Select(each => new LoggedOffCycle(each.Body, each.Entry.By, each.Entry.At));
        var next = Bodies<NextVersions>([.. lines], ReviewEntryKind.NextDrafted) is { Count: > 0 } drafted ? drafted : Bodies<NextVersions>([.. lines], ReviewEntryKind.NextRefused);
        return new ReviewFile(lines.Key, DayOf(lines.Key)!.Value, draft.Body, draft.Entry?.At, answers,
            decision.Body is { } body ? new LoggedDecision(body, decision.Entry.By, decision.Entry.At) : null, [.. signatures], [.. early])
        {
            Next = next.Count == 0 ? null : new LoggedNext(next[^1].Body, next[^1].Entry.By, next[^1].Entry.At, lines.Any(line => line.Kind == ReviewEntryKind.NextAdopted)),
        };
    }

    private LoggedExperiment? Trial(IGrouping<string, ReviewEntry> lines)
    {
        var started = Bodies<ExperimentPlan>([.. lines], ReviewEntryKind.ExperimentStarted).FirstOrDefault();
        return started.Body is null ? null : new LoggedExperiment(lines.Key, started.Body, started.Entry.By, started.Entry.At, Bodies<ExperimentReading>([.. lines], ReviewEntryKind.ExperimentStopped).LastOrDefault().Body);
    }

    private List<(ReviewEntry Entry, T Body)> Bodies<T>(IReadOnlyList<ReviewEntry> lines, ReviewEntryKind kind)
        where T : class
    {
        var read = new List<(ReviewEntry, T)>();
        foreach (var line in lines.Where(line => line.Kind == kind))
        {
            if (ReviewJson.Read<T>(line).TryGet(out var body, out var reasons))
            {
                read.Add((line, body));
            }
            else
            {
                _trouble.AddRange(reasons);
            }
        }

        return read;
    }
}
