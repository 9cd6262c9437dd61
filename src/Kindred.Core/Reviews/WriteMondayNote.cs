using Kindred.Core.Basics;
using Kindred.Core.Profiles;

namespace Kindred.Core.Reviews;

/// <summary>What a Monday note is written from.</summary>
/// <param name="On">The Monday.</param>
/// <param name="Changes">What changed since the note before, newest first.</param>
/// <param name="Leads">Leads nobody has yet, best first.</param>
/// <param name="Draft">The newest draft of the open review; null without one.</param>
/// <param name="DueOn">Day the next review is due; null without one.</param>
/// <param name="Book">The review log.</param>
public sealed record MondayNoteRequest(DateOnly On, IReadOnlyList<Wording> Changes, IReadOnlyList<NoteLead> Leads, ReviewDraft? Draft, DateOnly? DueOn, ReviewBook Book);

/// <summary>Use case: only what changed, five leads, one question. The question is one that is open: of the checklist, of a trial, or to sales or customer success in turn.</summary>
public static class WriteMondayNote
{
    private const int MostLeads = 5;
    private const int MostChanges = 5;
    private const int CloseDays = 14;

    /// <summary>Writes it.</summary>
    public static MondayNote Run(MondayNoteRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var changes = request.Changes.Take(MostChanges).ToList();
        if (request.DueOn is { } due && due.DayNumber - request.On.DayNumber is >= 0 and <= CloseDays)
        {
            changes.Add(new Wording($"다음 점검: {Format.Date(due)} ({ReviewDays.Words(due, request.On).Ko}).", $"The next review is due {ReviewDays.Words(due, request.On).En}, on {Format.Date(due)}."));
        }

        if (changes.Count == 0)
        {
            changes.Add(new Wording("지난 월요일 뒤로 달라진 것이 없어요.", "Nothing changed since last Monday."));
        }

        var (question, item) = Question(request);
        return new MondayNote(request.On, new Wording($"{Format.Date(request.On)} 월요일 소식", $"Monday note, {Format.Date(request.On)}"), changes, [.. request.Leads.Take(MostLeads)], question, item);
    }

    private static (Wording Question, string? Item) Question(MondayNoteRequest request)
    {
        var open = request.Book.Open;
        if (request.Draft?.Checklist.FirstOrDefault(item => open is null || !open.Answers.ContainsKey(item.Id)) is { } unanswered && request.DueOn is { } due && due.DayNumber - request.On.DayNumber <= CloseDays)
        {
            return (unanswered.Question, unanswered.Id);
        }

        // Weeks take turns, so that neither team is asked the same thing twice in a row.
        BankItem[] items = [.. Banks.Shipped["sales-feedback"].Items.Zip(Banks.Shipped["cs-feedback"].Items).SelectMany(pair => new[] { pair.First, pair.Second })];
        var asked = items[request.On.DayNumber / 7 % items.Length];
        return (asked.Text, asked.Id);
    }
}
