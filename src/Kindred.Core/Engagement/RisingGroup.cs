using Kindred.Core.Basics;
using Kindred.Core.Standards;

namespace Kindred.Core.Engagement;

/// <summary>People of one industry and one kind of job: how many of them read, this month and in the months before.</summary>
/// <param name="Sector">Industry.</param>
/// <param name="Job">Kind of job.</param>
/// <param name="Now">People who read within the last 30 days.</param>
/// <param name="Earlier">People who read, for each 30 days before, newest first.</param>
/// <param name="UsualHigh">Most that is still usual: more happens by chance in at most 2.5 % of months.</param>
/// <param name="AdjustedP">Chance of so many or more in a usual month, corrected for the number of groups (Holm).</param>
public sealed record RisingGroup(Sector Sector, JobGroup Job, int Now, IReadOnlyList<int> Earlier, int UsualHigh, double AdjustedP)
{
    /// <summary>Fewest people this month that can count as rising.</summary>
    public const int Need = 5;

    /// <summary>People a month before.</summary>
    public double Usual => Earlier.Count == 0 ? 0 : Earlier.Average();

    /// <summary>Whether interest is above its own range.</summary>
    public bool IsRising => Now >= Need && AdjustedP < ReadingCell.Level;

    /// <summary>The count and the reason, for the list of leads.</summary>
    public Wording Reason
    {
        get
        {
            var (job, usual) = (ReaderGroup.JobLabel(Job), Format.Fixed(Usual, 1));
            return new($"{Sector.Label.Ko}의 {job.Ko}: 최근 30일에 {Format.Whole(Now)}명이 읽었어요 (평소 한 달 {usual}명, 많아도 {Format.Whole(UsualHigh)}명)",
                $"{Sector.Label.En}, {job.En}: {Format.Whole(Now)} people read within 30 days (usually {usual} a month, at most {Format.Whole(UsualHigh)})");
        }
    }
}

/// <summary>Groups by how far this month exceeds their own earlier months.</summary>
/// <param name="Groups">Every group with a reader, the most unusual first.</param>
/// <param name="Months">Earlier months there are.</param>
/// <param name="Need">Earlier months that are needed.</param>
/// <param name="Dispersion">How much more the counts scatter than Poisson ones; 1 or more.</param>
public sealed record RisingStudy(IReadOnlyList<RisingGroup> Groups, int Months, int Need, double Dispersion)
{
    /// <summary>Whether there are months enough to know what is usual.</summary>
    public bool IsEnough => Months >= Need;

    /// <summary>Groups above their own range.</summary>
    public IReadOnlyList<RisingGroup> Rising => [.. Groups.Where(group => IsEnough && group.IsRising)];
}
