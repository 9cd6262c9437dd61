using System.Globalization;

namespace Kindred.Core.Members;

/// <summary>What is kept of a password: a PBKDF2-HMAC-SHA-512 hash with the parameters it was made with.</summary>
/// <param name="Iterations">How often the function was repeated.</param>
/// <param name="Salt">Random bytes of this hash.</param>
/// <param name="Hash">64 bytes.</param>
public sealed record PasswordHash(int Iterations, IReadOnlyList<byte> Salt, IReadOnlyList<byte> Hash)
{
    private const string Algorithm = "pbkdf2-sha512";

    /// <summary>As one line for a store: algorithm$iterations$salt$hash.</summary>
    public string Encode() => string.Join('$', Algorithm, Iterations.ToString(CultureInfo.InvariantCulture), Convert.ToBase64String([.. Salt]), Convert.ToBase64String([.. Hash]));

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    /// <exception cref="FormatException">It was written otherwise.</exception>
    public static PasswordHash Decode(string encoded)
    {
        ArgumentNullException.ThrowIfNull(encoded);
        return encoded.Split('$') is [Algorithm, var iterations, var salt, var hash]
            ? new PasswordHash(int.Parse(iterations, CultureInfo.InvariantCulture), Convert.FromBase64String(salt), Convert.FromBase64String(hash))
            : throw new FormatException("A stored password hash is not of a known form.");
    }

    /// <inheritdoc />
    public bool Equals(PasswordHash? other) => other is not null && Iterations == other.Iterations && Salt.SequenceEqual(other.Salt) && Hash.SequenceEqual(other.Hash);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Iterations, Hash.Count > 0 ? Hash[0] : 0);

    /// <inheritdoc />
    public override string ToString() => Algorithm + " ***";
}
