namespace Kindred.Documents.Sharing;

/// <summary>Somebody a link let in: the session behind the cookie. Of an anonymous link nothing personal is in it.</summary>
/// <param name="Id">SHA-256 of the cookie's secret.</param>
/// <param name="Link">Id of the link.</param>
/// <param name="Revision">The link's revision then; another one ends the session.</param>
/// <param name="Email">Address given, lower case, or null.</param>
/// <param name="IsVerified">Whether it was proved by a code.</param>
/// <param name="Name">Name given, or null.</param>
/// <param name="Company">Company given, or null.</param>
/// <param name="ConsentAt">When the notice was agreed to, or null.</param>
/// <param name="Device">Browser and system in words, or null.</param>
/// <param name="Address">Network address, keyed so that it can be compared and not read; null when anonymous.</param>
/// <param name="Place">What the watermark shows of the address (its first half), or null.</param>
/// <param name="StartedAt">When.</param>
/// <param name="EndsAt">When the session ends by itself.</param>
/// <param name="IsTeam">A member of the team previews; nothing is counted.</param>
public sealed record Viewer(string Id, string Link, int Revision, string? Email, bool IsVerified, string? Name, string? Company, DateTimeOffset? ConsentAt, string? Device, string? Address, string? Place, DateTimeOffset StartedAt, DateTimeOffset EndsAt, bool IsTeam)
{
    /// <summary>How long a session lasts.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(12);

    /// <summary>Whether the session still opens its link.</summary>
    public bool Opens(ShareLink link, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(link);
        return link.Id == Link && link.Revision == Revision && now < EndsAt && link.ServesAt(now);
    }
}
