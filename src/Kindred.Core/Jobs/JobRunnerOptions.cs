namespace Kindred.Core.Jobs;

/// <summary>How a runner works.</summary>
public sealed record JobRunnerOptions
{
    /// <summary>How long a job is a runner's without a sign of life; 10 seconds. So long a killed job waits to be taken up again.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often progress is written and cancelling noticed; 250 milliseconds.</summary>
    public TimeSpan Beat { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How long an idle runner waits before it looks again without being woken; 1 second.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often a job that ends its process is begun; 3 times.</summary>
    public int MaxAttempts { get; init; } = 3;
}
