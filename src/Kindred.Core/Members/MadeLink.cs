namespace Kindred.Core.Members;

/// <summary>A link that was just made.</summary>
/// <param name="Link">As stored.</param>
/// <param name="Token">For the address; this is the only time it is known.</param>
public sealed record MadeLink(OneTimeLink Link, Secret Token);
