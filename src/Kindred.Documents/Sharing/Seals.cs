using System.Buffers.Text;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Kindred.Documents.Sharing;

/// <summary>Signs what goes out to strangers and comes back: addresses of page pictures and tokens of views. HMAC-SHA-256 (RFC 2104) over a purpose and the parts, length-prefixed so that no two lists of parts read alike.</summary>
/// <param name="key">32 random bytes of this data folder.</param>
public sealed class Seals(byte[] key)
{
    private const int TagBytes = 16;
    private readonly byte[] _key = key is { Length: >= 32 } ? key : throw new ArgumentException("The key needs 32 bytes.", nameof(key));

    /// <summary>The tag of a list of parts.</summary>
    /// <param name="purpose">What it is for: a tag for one purpose is none for another.</param>
    /// <param name="parts">What it vouches for.</param>
    public string Of(string purpose, params IReadOnlyList<string> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var text = new StringBuilder();
        foreach (var part in (string[])[purpose, .. parts])
        {
            text.Append(part.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(part);
        }

        // As they are in memory: an encoding would write every broken character alike.
        return Base64Url.EncodeToString(HMACSHA256.HashData(_key, MemoryMarshal.AsBytes(text.ToString().AsSpan())).AsSpan(0, TagBytes));
    }

    /// <summary>Whether a tag is right; takes the same time either way.</summary>
    public bool Fits(string? tag, string purpose, params IReadOnlyList<string> parts) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Of(purpose, parts)), Encoding.UTF8.GetBytes(tag ?? ""));

    /// <summary>A network address as something that can be compared and not read back: keyed, so that trying all addresses needs the key.</summary>
    public string Blurred(string address) => Of("address", address);
}
