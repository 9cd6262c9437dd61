using System.Security.Cryptography;

namespace Kindred.Core.Members;

/// <summary>Where random bytes come from: the operating system's generator, or a written-out sequence in a test.</summary>
/// <param name="fill">Fills the bytes it is given.</param>
public sealed class Randomness(Action<byte[]> fill)
{
    /// <summary>The operating system's cryptographic generator.</summary>
    public static Randomness System { get; } = new(bytes => RandomNumberGenerator.Fill(bytes));

    /// <summary>Fresh random bytes.</summary>
    /// <param name="count">How many.</param>
    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        fill(bytes);
        return bytes;
    }

    /// <summary>A random name of 128 bits: 32 lower-case hexadecimal digits.</summary>
    public string Name() => Convert.ToHexStringLower(Bytes(16));
}
