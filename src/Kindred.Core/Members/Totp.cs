using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Kindred.Core.Members;

/// <summary>Time-based one-time passwords: RFC 6238 over HMAC-SHA-1, 6 digits, steps of 30 seconds, as every authenticator app has them.</summary>
public static class Totp
{
    private const int StepSeconds = 30;
    private const int KeyBytes = 20;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A fresh key of 160 bits, base32.</summary>
    public static Secret NewKey(Randomness randomness)
    {
        ArgumentNullException.ThrowIfNull(randomness);
        return new Secret(Encode(randomness.Bytes(KeyBytes)));
    }

    /// <summary>The step a moment lies in.</summary>
    public static long StepAt(DateTimeOffset time) => time.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The code of a step (RFC 4226, section 5.3).</summary>
    public static string Code(Secret key, long step)
    {
        ArgumentNullException.ThrowIfNull(key);
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238 as authenticator apps have it; HMAC does not need collision resistance.
        var mac = HMACSHA1.HashData(Decode(key.Reveal()), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadUInt32BigEndian(mac.AsSpan(mac[^1] & 15, 4)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step a code belongs to, one step early or late allowed and only behind the newest accepted one; null when it is wrong.</summary>
    public static long? Match(TotpSetting setting, string code, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(setting);
        ArgumentNullException.ThrowIfNull(code);
        long? found = null;
        var step = StepAt(now);
        foreach (var candidate in new[] { step - 1, step, step + 1 })
        {
            var expected = System.Text.Encoding.UTF8.GetBytes(Code(setting.Key, candidate));
            if (CryptographicOperations.FixedTimeEquals(expected, System.Text.Encoding.UTF8.GetBytes(code)) && candidate > setting.LastStep)
            {
                found ??= candidate;
            }
        }

        return found;
    }

    /// <summary>What an authenticator app reads from a QR code.</summary>
    public static Secret Address(Secret key, EmailAddress email)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(email);
        return new Secret($"otpauth://totp/Kindred:{Uri.EscapeDataString(email.Text)}?secret={key.Reveal()}&issuer=Kindred");
    }

    /// <summary>Base32 without padding (RFC 4648).</summary>
    internal static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new System.Text.StringBuilder();
        int bits = 0, held = 0;
        foreach (var octet in bytes)
        {
            held = ((held << 8) | octet) & 0xFFFF;
            for (bits += 8; bits >= 5; bits -= 5)
            {
                text.Append(Base32[(held >> (bits - 5)) & 31]);
            }
        }

        return bits == 0 ? text.ToString() : text.Append(Base32[(held << (5 - bits)) & 31]).ToString();
    }

    private static byte[] Decode(string text)
    {
        var bytes = new List<byte>();
        int bits = 0, held = 0;
        foreach (var digit in text)
        {
            held = ((held << 5) | Base32.IndexOf(digit, StringComparison.Ordinal)) & 0xFFFF;
            if ((bits += 5) >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(held >> bits));
            }
        }

        return [.. bytes];
    }
}
