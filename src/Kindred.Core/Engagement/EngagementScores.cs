using Kindred.Core.Basics;

namespace Kindred.Core.Engagement;

/// <summary>Engagement of people, companies and leads on the day the facts speak for: every event fades with the half-life of its kind, a person's day counts for at most 30 points, the whole for at most 100.</summary>
public sealed class EngagementScores
{
    /// <summary>Most points of one person on one day, before fading.</summary>
    public const double DayCap = 30;

    /// <summary>Most points of one visit, before fading.</summary>
    public const double VisitCap = 15;

    /// <summary>Points of a minute of reading at weight 1.</summary>
    public const double MinutePoints = 4;

    /// <summary>Points of opening a document, whatever was read.</summary>
    public const double OpenPoints = 1;

    private const int Highest = 1000;
    private readonly ReadingBook _book;
    private readonly ReadingWeights _weights;
    private readonly ILookup<string, Event> _byPerson;
    private readonly ILookup<int, Event> _byAccount;
    private readonly DateOnly _day;

    private EngagementScores(ReadingBook book, ReadingWeights weights)
    {
        _book = book;
        _weights = weights;
        _day = book.Facts.AsOf;
        var events = Events().ToArray();
        _byPerson = events.Where(one => one.Email is not null).ToLookup(one => one.Email!, StringComparer.Ordinal);
        _byAccount = events.Where(one => one.Account >= 0).ToLookup(one => one.Account);
    }

    /// <summary>Prepares the scores of a book.</summary>
    public static EngagementScores Of(ReadingBook book, ReadingWeights weights)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(weights);
        return new EngagementScores(book, weights);
    }

    /// <summary>A person's, by address in lower case.</summary>
    public EngagementReceipt OfPerson(string email) => Receipt(_byPerson[email]);

    /// <summary>A company's: of everybody there.</summary>
    public EngagementReceipt OfAccount(int account) => Receipt(_byAccount[account]);

    /// <summary>A lead's: of its company, or of its person where the company is unknown.</summary>
    public EngagementReceipt OfLead(int account, string? email) => account >= 0 ? OfAccount(account) : email is null ? EngagementReceipt.Empty : OfPerson(email.ToLowerInvariant());

    private IEnumerable<Event> Events()
    {
        var groups = _book.Readers.ToDictionary(reader => reader.Email, reader => reader.Group, StringComparer.Ordinal);
        foreach (var visit in _book.Visits.Where(visit => visit is { IsOurs: false } && visit.Class != VisitClass.Scanner))
        {
            var group = visit.Email is not null && groups.TryGetValue(visit.Email, out var known) ? known : visit.Person >= 0 ? ReaderGroup.Of(_book.Facts.People[visit.Person].Title) : default;
            var weighted = visit.Pages.Select(page => (page.Tag, page.ActiveSeconds, Weight: _weights.For(group, page.Tag))).ToArray();
            var points = Math.Min(VisitCap, OpenPoints + weighted.Sum(page => page.ActiveSeconds / 60 * MinutePoints * page.Weight.Value));
            var most = weighted.Where(page => page.ActiveSeconds > 0).GroupBy(page => page.Tag).OrderByDescending(tag => tag.Sum(page => page.ActiveSeconds)).FirstOrDefault();
            var time = DocumentStudy.Minutes(visit.ActiveSeconds);
            yield return new Event(EventKind.Reading, new Wording($"{visit.Title} 약 {time.Ko} 읽음", $"{visit.Title}, read about {time.En}"), visit.Email, visit.Account, DateOnly.FromDateTime(visit.At.UtcDateTime), points,
                visit.Class == VisitClass.Human ? most?.First().Weight.Words : visit.Reasons.Count > 0 ? new Wording("사람인지 알 수 없어서 점수에서 뺐어요: " + visit.Reasons[0].Ko, "withheld, nobody can tell whether it was a person: " + visit.Reasons[0].En) : null,
                visit.Class != VisitClass.Human);
        }

        foreach (var activity in _book.Facts.Activities)
        {
            if (activity.On is { } on && EventKinds.Read(activity.Kind) is var kind && EventKinds.Points(kind) > 0)
            {
                yield return new Event(kind, EventKinds.Label(kind), activity.Email?.ToLowerInvariant(), activity.Account, on, EventKinds.Points(kind), null, false);
            }
        }
    }

    private EngagementReceipt Receipt(IEnumerable<Event> events)
    {
        var lines = new List<EngagementLine>();
        var withheld = new List<EngagementLine>();
        foreach (var day in events.Where(one => one.On <= _day).GroupBy(one => (one.On, one.Email)).OrderByDescending(group => group.Key.On).ThenBy(group => group.Key.Email, StringComparer.Ordinal))
        {
            var counted = new List<EngagementLine>();
            foreach (var one in day.OrderByDescending(one => one.Points))
            {
                (one.IsWithheld ? withheld : counted).Add(Line(one));
            }

            lines.AddRange(counted.Where(line => line.Tenths > 0));
            var full = counted.Sum(line => line.Full);
            if (full > DayCap)
            {
                // Each event of the day keeps the same share of what fits under the cap.
                var over = counted.Sum(line => line.Tenths) - (int)Math.Round(counted.Sum(line => line.Full * line.Strength) * DayCap / full * 10);
                if (over > 0)
                {
                    lines.Add(new EngagementLine(null, new Wording($"하루 상한 {Format.Fixed(DayCap, 0)}점", $"at most {Format.Fixed(DayCap, 0)} points a day"), day.Key.Email, day.Key.On, 0, 1, -over, null));
                }
            }
        }

        if (lines.Sum(line => line.Tenths) is var sum and > Highest)
        {
            lines.Add(new EngagementLine(null, new Wording("전체 상한 100점", "at most 100 points"), null, null, 0, 1, Highest - sum, null));
        }

        return lines.Count + withheld.Count == 0 ? EngagementReceipt.Empty : new EngagementReceipt(lines, withheld);
    }

    private EngagementLine Line(Event one)
    {
        var strength = Math.Pow(0.5, (_day.DayNumber - one.On.DayNumber) / EventKinds.HalfLifeDays(one.Kind));
        return new EngagementLine(one.Kind, one.Label, one.Email, one.On, one.Points, strength, (int)Math.Round(one.Points * strength * 10), one.Note);
    }

    private sealed record Event(EventKind Kind, Wording Label, string? Email, int Account, DateOnly On, double Points, Wording? Note, bool IsWithheld);
}
