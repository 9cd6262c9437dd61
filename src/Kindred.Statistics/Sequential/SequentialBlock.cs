namespace Kindred.Statistics.Sequential;

/// <summary>What came in between two looks. How many rows a block has may depend on anything but their own outcomes.</summary>
/// <param name="First">Positives of the first arm.</param>
/// <param name="FirstRows">Rows of the first arm.</param>
/// <param name="Second">Positives of the second arm.</param>
/// <param name="SecondRows">Rows of the second arm.</param>
public readonly record struct SequentialBlock(int First, int FirstRows, int Second, int SecondRows);
