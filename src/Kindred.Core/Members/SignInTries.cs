namespace Kindred.Core.Members;

/// <summary>Failed tries at one e-mail address or from one network address.</summary>
/// <param name="Key">SHA-256 of the address: what strangers typed is not kept.</param>
/// <param name="Failures">How many since the last success.</param>
/// <param name="LastAt">When the last was.</param>
/// <param name="WaitUntil">No try before this; null without a wait.</param>
public sealed record SignInTries(string Key, int Failures, DateTimeOffset LastAt, DateTimeOffset? WaitUntil)
{
    /// <summary>The count with one failure more.</summary>
    public SignInTries Next(DateTimeOffset now, MemberOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var failures = now - LastAt >= options.ForgetTriesAfter ? 1 : Failures + 1;
        return With(failures, now, options);
    }

    /// <summary>The count with one failure less: a try that turned out right.</summary>
    public SignInTries Back(MemberOptions options) => With(Math.Max(0, Failures - 1), LastAt, options);

    private SignInTries With(int failures, DateTimeOffset at, MemberOptions options)
    {
        var over = failures - options.FreeTries;
        var wait = options.FirstWait.TotalSeconds * Math.Pow(2, Math.Min(over, 30));
        return this with { Failures = failures, LastAt = at, WaitUntil = over < 0 ? null : at + TimeSpan.FromSeconds(Math.Min(wait, options.LongestWait.TotalSeconds)) };
    }
}
