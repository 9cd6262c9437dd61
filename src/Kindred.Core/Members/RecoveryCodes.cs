namespace Kindred.Core.Members;

/// <summary>Ten codes of 80 random bits, each of which replaces the app once. With so many bits a fast hash is enough.</summary>
internal static class RecoveryCodes
{
    private const int Count = 10;

    internal static IReadOnlyList<Secret> New(Randomness randomness) => [.. Enumerable.Range(0, Count).Select(_ => new Secret(string.Join('-', Totp.Encode(randomness.Bytes(10)).Chunk(4).Select(part => new string(part)))))];

    /// <summary>Hash of a code, without hyphens and with capitals.</summary>
    internal static string HashOf(string code) => Token.Sha256("recovery:" + code.Replace("-", "", StringComparison.Ordinal));
}
