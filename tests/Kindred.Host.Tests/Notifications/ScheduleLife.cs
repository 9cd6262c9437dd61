using Kindred.Core.Notifications;
using Kindred.Storage;

namespace Kindred.Host.Tests.Notifications;

/// <summary>The life of a workspace over two years: when the process ran, what it made, and what should have been made by plain reckoning.</summary>
internal sealed class ScheduleLife
{
    public static readonly DateTimeOffset Start = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset End = Start.AddMonths(24);

    private readonly DateTimeOffset[] _ticks;
    private readonly TimeZoneInfo _zone;

    public ScheduleLife(int seed, string zone, TimeSpan step)
    {
        _zone = TimeZoneInfo.FindSystemTimeZoneById(zone);
        Schedule = new ReviewSchedule { Zone = _zone, ProfileOn = new DateOnly(2026, 11, 20), DataOn = new DateOnly(2026, 11, 20), Digest = DigestCadence.Weekly };
        var random = new Random(seed);
        var (ticks, at) = (new List<DateTimeOffset>(), Start);
        while (at < End)
        {
            // Up for hours to weeks, down for minutes to months.
            var until = at + TimeSpan.FromHours(Math.Pow(10, 3 * random.NextDouble()));
            for (; at < until && at < End; at += step)
            {
                ticks.Add(at);
            }

            Restarts.Add(ticks.Count);
            at += TimeSpan.FromHours(Math.Pow(10, 3.3 * random.NextDouble()));
        }

        _ticks = [.. ticks];
    }

    public ReviewSchedule Schedule { get; }

    /// <summary>Ticks before which the process starts anew.</summary>
    public HashSet<int> Restarts { get; } = [];

    public IReadOnlyList<DateTimeOffset> Ticks => _ticks;

    /// <summary>Subject and moment of everything that should have been made: each Monday's note, reminder and draft at the first tick from seven in the morning on, if there is one before it is overtaken.</summary>
    public IReadOnlyList<(string Subject, DateTimeOffset At)> Expected()
    {
        var expected = new List<(string, DateTimeOffset)>();
        for (var monday = new DateOnly(2026, 11, 23); monday.ToDateTime(default) < End.UtcDateTime; monday = monday.AddDays(7))
        {
            Add(expected, "note:", monday, Morning(monday), Morning(monday.AddDays(7)));
            Add(expected, "digest:", monday, Morning(monday), Morning(monday.AddDays(7)));
        }

        for (var due = new DateOnly(2027, 2, 18); due.ToDateTime(default) < End.AddDays(90).UtcDateTime; due = due.AddDays(90))
        {
            Add(expected, "reminder:", due, Morning(due.AddDays(-7)), Morning(due));
            Add(expected, "review:", due, Morning(due), Morning(due.AddDays(90)));
        }

        return [.. expected.OrderBy(entry => entry.Item1, StringComparer.Ordinal)];
    }

    public static async Task<DueContent?> MakeAsync(DueThing thing, CancellationToken ct)
    {
        await Task.Yield();
        ct.ThrowIfCancellationRequested();
        return new DueContent("{}", NoteMails.To(thing.Subject, ["kim@example.co.kr", "lee@example.co.kr"], thing.Subject, "text"));
    }

    public static Task<IReadOnlyList<DueThing>> RoundAsync(Workspace workspace, ReviewSchedule schedule, TimeProvider clock, CancellationToken ct) => KeepSchedule.RunAsync(schedule, workspace.Reviews, workspace.Outbox, MakeAsync, clock, ct);

    private void Add(List<(string, DateTimeOffset)> expected, string prefix, DateOnly day, DateTimeOffset from, DateTimeOffset until)
    {
        var index = Array.FindIndex(_ticks, tick => tick >= from);
        if (index >= 0 && _ticks[index] < until)
        {
            expected.Add((prefix + day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), _ticks[index]));
        }
    }

    private DateTimeOffset Morning(DateOnly day)
    {
        var local = day.ToDateTime(new TimeOnly(7, 0));
        return new DateTimeOffset(local, _zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
