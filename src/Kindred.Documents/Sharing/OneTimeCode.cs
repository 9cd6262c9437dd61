namespace Kindred.Documents.Sharing;

/// <summary>A code sent to an address to prove it: six digits, ten minutes, five tries, once, for one link and one address only.</summary>
/// <param name="Link">Id of the link.</param>
/// <param name="Email">Address, lower case.</param>
/// <param name="Hash">Keyed hash of link, address and code.</param>
/// <param name="SentAt">When.</param>
/// <param name="Tries">How often it was tried.</param>
/// <param name="UsedAt">When it was used, or null.</param>
public sealed record OneTimeCode(string Link, string Email, string Hash, DateTimeOffset SentAt, int Tries, DateTimeOffset? UsedAt)
{
    /// <summary>How long a code can be used.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    /// <summary>How long until another is sent to the same address.</summary>
    public static readonly TimeSpan Between = TimeSpan.FromSeconds(30);

    /// <summary>How often one code may be tried.</summary>
    public const int MostTries = 5;

    /// <summary>Codes an address gets for one link in a day, so that the chance of guessing stays below 10⁻⁴: 10 codes × 5 tries of a million.</summary>
    public const int MostADay = 10;

    /// <summary>Whether it may be tried now.</summary>
    public bool CanTryAt(DateTimeOffset now) => UsedAt is null && Tries < MostTries && now < SentAt + Lasts;
}
