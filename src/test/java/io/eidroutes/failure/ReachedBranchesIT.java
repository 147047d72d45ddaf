package io.eidroutes.failure;
class ReachedBranchesIT { }
