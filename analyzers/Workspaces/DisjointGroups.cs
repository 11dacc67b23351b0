namespace FrameworkLsp.Analyzers.Workspaces;

/// <summary>Items that are joined to groups step by step (union-find), with what is known of each group.</summary>
internal sealed class DisjointGroups
{
    private readonly int[] _parents;
    private readonly Group[] _known;

    public DisjointGroups(Group[] items)
    {
        _known = items;
        _parents = [.. Enumerable.Range(0, items.Length)];
    }

    /// <summary>What is known of the group of an item.</summary>
    public Group Of(int item) => _known[Find(item)];

    /// <summary>Joins the groups of two items; the left one's identity wins.</summary>
    public void Join(int left, int right)
    {
        var (first, second) = (Find(left), Find(right));
        if (first != second)
        {
            _parents[second] = first;
            _known[first] = new Group(_known[first].Stages | _known[second].Stages, _known[first].Identity.Length > 0 ? _known[first].Identity : _known[second].Identity);
        }
    }

    /// <summary>The item that stands for the group of an item.</summary>
    public int Find(int item)
    {
        while (_parents[item] != item)
        {
            _parents[item] = _parents[_parents[item]];
            item = _parents[item];
        }

        return item;
    }

    /// <summary>A group.</summary>
    /// <param name="Stages">The stages its documents belong to, a bit each.</param>
    /// <param name="Identity">The id that its documents carry; empty when none does.</param>
    internal readonly record struct Group(ulong Stages, string Identity);
}
