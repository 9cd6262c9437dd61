namespace Kindred.Core.Members;

/// <summary>How a member proves who they are. Somebody who left has none.</summary>
/// <param name="Member">Whose.</param>
/// <param name="Password">Hash of the password.</param>
/// <param name="Totp">The second step; null without one.</param>
public sealed record Credential(MemberId Member, PasswordHash Password, TotpSetting? Totp = null);
