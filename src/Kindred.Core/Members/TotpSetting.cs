namespace Kindred.Core.Members;

/// <summary>A member's second step: codes of an authenticator app.</summary>
/// <param name="Key">The shared key, base32. It has to be kept in clear, or no code could be checked.</param>
/// <param name="IsConfirmed">A first code was right; before, signing in does not ask for one.</param>
/// <param name="LastStep">The 30-second step of the newest code that was accepted: none works twice.</param>
public sealed record TotpSetting(Secret Key, bool IsConfirmed, long LastStep);
