namespace Kindred.Documents.Sharing;

/// <summary>Wrong passwords at one link, or codes asked for, from one address or from all together, within the last hour. Counted before the slow check, so many at once do not help.</summary>
/// <param name="Key">The link, or the link and the address.</param>
/// <param name="Since">When this count began.</param>
/// <param name="Tries">Tries since then.</param>
public sealed record GuessCount(string Key, DateTimeOffset Since, int Tries)
{
    /// <summary>Free tries of one address at one link in an hour.</summary>
    public const int PerAddress = 5;

    /// <summary>Free tries of all addresses together at one link in a window. Two windows can meet, so that of any hour's tries fewer than twice as many are checked: 30. Whoever is inside already is not asked again.</summary>
    public const int PerLink = 15;

    /// <summary>Codes one network address may have mailed in an hour, over all links: an office behind one address, not a spammer.</summary>
    public const int CodesPerAddress = 20;

    /// <summary>Codes one link may have mailed in an hour.</summary>
    public const int CodesPerLink = 200;

    /// <summary>How long tries count.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>The count with one more try; a new one once the window is over.</summary>
    public static GuessCount Next(GuessCount? before, string key, DateTimeOffset now) => before is null || now - before.Since >= Window ? new GuessCount(key, now, 1) : before with { Tries = before.Tries + 1 };

    /// <summary>When another try is free, where this was one too many; else null.</summary>
    public DateTimeOffset? WaitUntil(int most) => Tries > most ? Since + Window : null;
}
