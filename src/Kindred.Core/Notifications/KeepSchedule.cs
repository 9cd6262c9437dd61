using Kindred.Core.Reviews;

namespace Kindred.Core.Notifications;

/// <summary>Makes what is due, each thing once: line and mails are kept in one transaction, and whoever comes second adds nothing.</summary>
public static class KeepSchedule
{
    /// <summary>One round.</summary>
    /// <param name="schedule">Settings.</param>
    /// <param name="reviews">The review log.</param>
    /// <param name="outbox">Where mails wait.</param>
    /// <param name="make">Makes a thing; null where it cannot be made now, and then it is asked for again in the next round.</param>
    /// <param name="clock">Clock.</param>
    /// <param name="ct">Stops between two things.</param>
    /// <returns>What this round made.</returns>
    public static async Task<IReadOnlyList<DueThing>> RunAsync(ReviewSchedule schedule, IReviewStore reviews, IOutboxStore outbox, Func<DueThing, CancellationToken, Task<DueContent?>> make, TimeProvider clock, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(reviews);
        ArgumentNullException.ThrowIfNull(outbox);
        ArgumentNullException.ThrowIfNull(make);
        ArgumentNullException.ThrowIfNull(clock);
        var made = new List<DueThing>();
        foreach (var thing in ReviewCalendar.DueNow(schedule, await reviews.EntriesAsync(null, ct).ConfigureAwait(false), clock.GetUtcNow()))
        {
            ct.ThrowIfCancellationRequested();
            if (await make(thing, ct).ConfigureAwait(false) is not { } content)
            {
                continue;
            }

            var entry = new ReviewEntry(0, thing.Subject, thing.Kind == DueKind.Draft ? ReviewEntryKind.Draft : ReviewEntryKind.Due, content.Body, null, clock.GetUtcNow());
            if (await outbox.AddOnceAsync(entry, content.Mails, ct).ConfigureAwait(false))
            {
                made.Add(thing);
            }
        }

        return made;
    }
}
