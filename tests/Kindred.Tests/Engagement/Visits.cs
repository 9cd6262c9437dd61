using Kindred.Core.Accounts;
using Kindred.Core.Engagement;
using Kindred.Core.Standards;

namespace Kindred.Tests.Engagement;

/// <summary>Small facts and visits by hand.</summary>
internal static class Visits
{
    public static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    public static AccountFacts Facts(params DocumentVisit[] rows) => new()
    {
        AsOf = new DateOnly(2026, 11, 21),
        Companies = [],
        Placed = [],
        Quality = new QualityReport([], []),
        DocumentVisits = rows,
    };

    public static Person Person(int account, string email, string title) => new(account, email, email, email, TitleReader.Read(title), null);

    /// <summary>A row of another tool's export.</summary>
    public static DocumentVisit Row(double minutes, string device, string place, params double[] seconds) => new(-1, "Pricing", 0, DateOnly.FromDateTime(Noon.AddMinutes(minutes).UtcDateTime), seconds.Sum(), "kim@acme.example")
    {
        At = Noon.AddMinutes(minutes),
        Link = "link-1",
        PageSeconds = seconds,
        PageTags = [.. seconds.Select(_ => "pricing")],
        PageCount = seconds.Length,
        Device = device,
        Place = place,
    };

    /// <summary>A visit that looks human, of one page.</summary>
    public static ReadingVisit Human(string email, DateTimeOffset at, DocumentType type = DocumentType.Pricing, double seconds = 30, int account = -1, int person = -1, string? tag = null) => new()
    {
        Id = email + at.UtcTicks,
        Document = "t:" + type,
        Title = type.ToString(),
        Type = type,
        PageCount = 2,
        Link = "l",
        Account = account,
        Person = person,
        Email = email,
        At = at,
        Class = VisitClass.Human,
        Pages = [new PageReading(1, tag ?? type.ToString().ToLowerInvariant(), 0, seconds, seconds, 0)],
        OpenSeconds = seconds,
    };
}
