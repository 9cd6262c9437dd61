using Kindred.Core.Basics;

namespace Kindred.Web.Shell;

/// <summary>The sign-in form.</summary>
/// <param name="Refusal">Why it was not taken; null at first.</param>
/// <param name="Email">As typed.</param>
/// <param name="Back">Where to go afterwards.</param>
/// <param name="Kept">A form that was sent after its session had ended; null without one.</param>
/// <param name="IsReset">A new password was just chosen by a link.</param>
public sealed record SignInModel(Reason? Refusal, string Email, string Back, KeptForm? Kept, bool IsReset = false);
