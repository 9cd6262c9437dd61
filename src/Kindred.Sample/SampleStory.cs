namespace Kindred.Sample;

/// <summary>Which story the invented company tells.</summary>
public enum SampleStory
{
    /// <summary>Enough deals and a real pattern: 1,200 closed deals with a planted core, regret and anti.</summary>
    Good,

    /// <summary>The same company much younger in data: 180 closed deals, about 38 won. Hypotheses at best.</summary>
    Small,

    /// <summary>The same deals with outcomes shuffled: there is nothing to find, and saying so is the right answer.</summary>
    None,
}
