namespace Kindred.Storage;

/// <summary>Times as the site's tables hold them: milliseconds since 1970, UTC.</summary>
internal static class Instant
{
    internal static long Of(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    internal static long? Of(DateTimeOffset? time) => time?.ToUnixTimeMilliseconds();

    internal static DateTimeOffset Of(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    internal static DateTimeOffset? Of(long? milliseconds) => milliseconds is { } known ? DateTimeOffset.FromUnixTimeMilliseconds(known) : null;
}
