namespace Kindred.Core.Members;

/// <summary>Failed tries at one e-mail address or from one network address.</summary>
/// <param name="Key">SHA-256 of the address: what strangers typed is not kept.</param>
/// <param name="Failures">How many since the last success.</param>
/// <param name="LastAt">When the last was.</param>
/// <param name="WaitUntil">No try before this; null without a wait.</param>
public sealed record SignInTries(string Key, int Failures, DateTimeOffset LastAt, DateTimeOffset? WaitUntil)
{
    /// <summary>The count with one failure more.</summary>
    /// <param name="free">Failures before one has to wait.</param>
    /// <param name="now">When.</param>
    /// <param name="options">Times and bounds.</param>
    public SignInTries Next(int free, DateTimeOffset now, MemberOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var failures = now - LastAt >= options.ForgetTriesAfter ? 1 : Failures + 1;
        return With(failures, free, now, options);
    }

    /// <summary>The count with one failure less: a try that turned out right.</summary>
    public SignInTries Back(int free, MemberOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return With(Math.Max(0, Failures - 1), free, LastAt, options);
    }

    private SignInTries With(int failures, int free, DateTimeOffset at, MemberOptions options)
    {
        var over = failures - free;
        var wait = options.FirstWait.TotalSeconds * Math.Pow(2, Math.Min(over, 30));
        return this with { Failures = failures, LastAt = at, WaitUntil = over < 0 ? null : at + TimeSpan.FromSeconds(Math.Min(wait, options.LongestWait.TotalSeconds)) };
    }
}
