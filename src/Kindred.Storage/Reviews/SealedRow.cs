using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kindred.Storage.Reviews;

/// <summary>A row of a log that only grows, as Dapper fills it, with the digests kept beside it.</summary>
internal abstract class SealedRow
{
    public long Workspace { get; set; }

    public long Id { get; set; }

    /// <summary>Everything the row says, in a fixed order.</summary>
    internal abstract object?[] Content { get; }

    /// <summary>
    /// SHA-256 over the log's name and the content: each value as its length in UTF-8 bytes, a colon, the value, a line feed; nothing known is a dash.
    /// The number of the workspace stays out, so that a copy in another database has the same digests.
    /// </summary>
    internal string Digest(string log)
    {
        var text = new StringBuilder();
        Append(text, log);
        Append(text, Id);
        foreach (var value in Content)
        {
            Append(text, value);
        }

        return Sha256(text.ToString());
    }

    /// <summary>The chain after a row: SHA-256 over the chain before it and the digest of its content.</summary>
    internal static string Link(string before, string content) => Sha256(before + content);

    /// <summary>The chain before the first row.</summary>
    internal static string Begin(string log) => Sha256("kindred " + log);

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static void Append(StringBuilder text, object? value)
    {
        var written = value switch
        {
            null => null,
            string word => word,
            long number => number.ToString(CultureInfo.InvariantCulture),
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            _ => throw new ArgumentException("No value of a log.", nameof(value)),
        };
        text.Append(written is null ? "-" : Encoding.UTF8.GetByteCount(written).ToString(CultureInfo.InvariantCulture) + ":" + written).Append('\n');
    }
}
