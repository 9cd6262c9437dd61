using System.Security.Cryptography;
using System.Text;

namespace Kindred.Core.Members;

/// <summary>Hashes and checks passwords: slow on purpose, so at most two at a time, and never while the store's one writer waits.</summary>
/// <remarks>PBKDF2-HMAC-SHA-512 (RFC 8018), by default with the 210,000 iterations OWASP's password storage cheat sheet asks for. Passwords are compared in Unicode form C, as two keyboards write the same Hangul differently.</remarks>
public sealed class PasswordHasher(int iterations, Randomness randomness)
{
    private const int SaltBytes = 16;
    private const int HashBytes = 64;
    private readonly SemaphoreSlim _turns = new(2, 2);
    private long _computed;

    /// <summary>Iterations of a fresh hash.</summary>
    public int Iterations { get; } = iterations > 0 ? iterations : throw new ArgumentOutOfRangeException(nameof(iterations));

    /// <summary>How often the slow function ran: what guessing costs.</summary>
    public long Computed => Interlocked.Read(ref _computed);

    /// <summary>A hash with a fresh salt.</summary>
    public async Task<PasswordHash> HashAsync(Secret password, CancellationToken ct)
    {
        var salt = randomness.Bytes(SaltBytes);
        return new PasswordHash(Iterations, salt, await DeriveAsync(password, salt, Iterations, ct).ConfigureAwait(false));
    }

    /// <summary>Whether the password is the one that was hashed. Without a hash (nobody has this address) the same work is done, and the answer is no.</summary>
    public async Task<bool> VerifyAsync(Secret password, PasswordHash? hash, CancellationToken ct)
    {
        byte[] salt = hash is null ? new byte[SaltBytes] : [.. hash.Salt];
        var derived = await DeriveAsync(password, salt, hash?.Iterations ?? Iterations, ct).ConfigureAwait(false);
        return CryptographicOperations.FixedTimeEquals(derived, hash is null ? new byte[HashBytes] : hash.Hash.ToArray()) && hash is not null;
    }

    /// <summary>Whether a stored hash was made with other parameters than fresh ones are.</summary>
    public bool IsOutdated(PasswordHash hash)
    {
        ArgumentNullException.ThrowIfNull(hash);
        return hash.Iterations != Iterations || hash.Salt.Count != SaltBytes || hash.Hash.Count != HashBytes;
    }

    private async Task<byte[]> DeriveAsync(Secret password, byte[] salt, int times, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(password);
        var bytes = Encoding.UTF8.GetBytes(PasswordChecks.Comparable(password));
        await _turns.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            Interlocked.Increment(ref _computed);
            return await Task.Run(() => Rfc2898DeriveBytes.Pbkdf2(bytes, salt, times, HashAlgorithmName.SHA512, HashBytes), ct).ConfigureAwait(false);
        }
        finally
        {
            _turns.Release();
            CryptographicOperations.ZeroMemory(bytes);
        }
    }
}
