namespace Kindred.Cli;

/// <summary>What a call ends with.</summary>
public static class ExitCode
{
    /// <summary>Done; every verdict is a result, not a failure.</summary>
    public const int Done = 0;

    /// <summary>Refused, with reasons on standard error.</summary>
    public const int Refused = 1;

    /// <summary>The call itself was wrong.</summary>
    public const int WrongUsage = 2;

    /// <summary>Disk, memory or database failed.</summary>
    public const int WorldFailed = 3;
}
