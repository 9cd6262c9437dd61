namespace Kindred.Documents.Rendering;

/// <summary>How a jailed program ended.</summary>
/// <param name="ExitCode">Its code; 128 + signal when it was killed.</param>
/// <param name="Output">What it wrote.</param>
/// <param name="Errors">The first lines of what it complained about.</param>
/// <param name="TimedOut">Whether the clock ended it.</param>
/// <param name="TooMuch">Whether it wrote more than it may.</param>
public sealed record JailOutcome(int ExitCode, byte[] Output, string Errors, bool TimedOut, bool TooMuch)
{
    /// <summary>Whether it ended by itself, without complaint about its limits.</summary>
    public bool Succeeded => ExitCode == 0 && !TimedOut && !TooMuch;
}
