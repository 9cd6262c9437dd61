namespace Kindred.Documents.Rendering;

/// <summary>What a program that reads a stranger's file may use.</summary>
/// <param name="MemoryBytes">Address space.</param>
/// <param name="CpuSeconds">Processor time.</param>
/// <param name="FileBytes">Largest file it may write.</param>
/// <param name="OpenFiles">Open files.</param>
/// <param name="Wall">Longest time by the clock; then it is killed.</param>
/// <param name="OutputBytes">Most bytes taken from it; more is a refusal.</param>
public sealed record JailLimits(long MemoryBytes = 512L << 20, int CpuSeconds = 20, long FileBytes = 64L << 20, int OpenFiles = 64, TimeSpan? Wall = null, int OutputBytes = 48 << 20)
{
    /// <summary>Longest time by the clock when none is named: 30 s.</summary>
    public TimeSpan LongestWall => Wall ?? TimeSpan.FromSeconds(30);
}
